package dev.nashra.media.type;

import static dev.nashra.media.type.TypeFixture.FACES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Bidi;
import org.junit.jupiter.api.Test;

class TextLineTest {
  @Test
  void bracketsAroundALatinNameStandOnItsOutside() {
    var paragraph = TextLine.paragraph("قال (BBC) News", Direction.RIGHT_TO_LEFT);
    assertEquals("News (BBC) لاق", paragraph.writeReordered(Bidi.DO_MIRRORING));
  }

  @Test
  void arabicLettersAreJoined() {
    var joined = line("سلام", Direction.RIGHT_TO_LEFT).advance();
    var apart =
        "سلام"
            .chars()
            .mapToObj(Character::toString)
            .mapToDouble(letter -> line(letter, Direction.RIGHT_TO_LEFT).advance())
            .sum();
    assertTrue(joined < 0.8 * apart);
  }

  @Test
  void widthGrowsWithSize() {
    var small = TextLine.of("خبر 12", FACES.bold(), Direction.RIGHT_TO_LEFT, 20).advance();
    var large = TextLine.of("خبر 12", FACES.bold(), Direction.RIGHT_TO_LEFT, 80).advance();
    assertEquals(4, large / small, 0.02);
  }

  @Test
  void aBlankTextHasNoInk() {
    assertTrue(line("", Direction.LEFT_TO_RIGHT).ink().isEmpty());
    assertTrue(line(" ", Direction.LEFT_TO_RIGHT).ink().isEmpty());
  }

  private static TextLine line(String text, Direction direction) {
    return TextLine.of(text, FACES.bold(), direction, 60);
  }
}
