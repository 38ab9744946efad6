package dev.nashra.media.type;

import static dev.nashra.media.type.TypeFixture.FACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FontStackTest {
  @Test
  void eachScriptHasItsFace() {
    assertEquals(
        List.of("IBM Plex Sans", "IBM Plex Sans Arabic", "IBM Plex Sans Hebrew"),
        families("Cairo القاهرة שלום"));
  }

  @Test
  void digitsAndPunctuationStayWithTheLettersAroundThem() {
    assertEquals(List.of("IBM Plex Sans Arabic"), families("(12% «خبر» 2026)"));
    assertEquals(List.of("IBM Plex Sans"), families("“12%” vote"));
  }

  @Test
  void whatPlexLacksFallsToTheLastResort() {
    assertEquals(List.of("IBM Plex Sans", "DejaVu Sans"), families("a Հայ"));
  }

  @Test
  void directionMarksAreInNoRun() {
    var runs = FACES.regular().runs("a\u200Eb\u2068c\u2069", 0, 6);
    assertEquals(3, runs.size());
    assertTrue(runs.stream().allMatch(run -> run.limit() - run.start() == 1));
  }

  @Test
  void aLetterThatNoFaceHasIsKnown() {
    assertTrue(FACES.bold().covers('ٹ'));
    assertFalse(FACES.bold().covers('議'));
  }

  private static List<String> families(String text) {
    return FACES.regular().runs(text, 0, text.length()).stream()
        .map(run -> run.face().getFamily())
        .distinct()
        .toList();
  }
}
