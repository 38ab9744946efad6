package dev.nashra.media.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brief;
import dev.nashra.media.audio.Line.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScriptTest {
  @Test
  void theLeadIsSaidSentenceBySentence() {
    var script = Script.of(brief("Bridge opens", "It is long. It is wide.", List.of("It is free")));

    assertEquals(
        List.of(
            new Line(Role.HEADLINE, 0, "Bridge opens"),
            new Line(Role.LEAD, 0, "It is long."),
            new Line(Role.LEAD, 0, "It is wide."),
            new Line(Role.POINT, 1, "It is free")),
        script);
  }

  @Test
  void nothingIsSaidTwice() {
    var script =
        Script.of(
            brief(
                "Bridge opens in Palm City",
                "Bridge opens in Palm City.",
                List.of("The bridge opens in palm city", "It is free")));

    assertEquals(
        List.of("Bridge opens in Palm City", "It is free"),
        script.stream().map(Line::text).toList());
    assertEquals(1, script.getLast().point());
  }

  @Test
  void anEndlessSentenceIsCutAtAClause() {
    var clause = "the mayor said that the bridge was built by many hands, ";
    var line = Script.of(brief("Bridge", clause.repeat(20) + "in the end.", List.of())).getLast();

    assertTrue(line.text().length() <= 421);
    assertTrue(line.text().endsWith("by many hands."), line.text());
  }

  private static Brief brief(String headline, String lead, List<String> points) {
    return new Brief(1, "en", headline, lead, points, List.of(), null);
  }
}
