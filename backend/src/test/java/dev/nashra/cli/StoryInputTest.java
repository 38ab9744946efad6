package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brief;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryInputTest {
  @Test
  void allFieldsAreRead() {
    assertEquals(
        new Brief(
            7,
            "ar",
            "عنوان",
            "مقدمة",
            List.of("أ", "ب"),
            List.of("Reuters"),
            Instant.parse("2026-11-21T09:30:00Z")),
        read(
            """
            {"id":7,"language":"ar","headline":"عنوان","lead":"مقدمة",
             "key_points":["أ",{"text":"ب","articles":[1]}],"sources":["Reuters","Reuters"],
             "published":"2026-11-21T11:30:00+02:00"}
            """));
  }

  @Test
  void theUsualOtherNamesAreUnderstood() {
    var brief =
        read(
            """
            {"story":"abc","lang":"en","title":{"text":"Title"},"summary":"Lead","keyPoints":["a"],
             "articles":[{"source":"One"},{"outlet":{"name":"Two"}},{"source":"One"},{}],
             "date":"2026-11-21"}
            """);
    assertEquals("Title", brief.headline());
    assertEquals("Lead", brief.lead());
    assertEquals(List.of("a"), brief.points());
    assertEquals(List.of("One", "Two"), brief.sources());
    assertEquals(Instant.parse("2026-11-21T00:00:00Z"), brief.published());
    assertTrue(brief.storyId() > 0);
  }

  @Test
  void onlyTheHeadlineIsNeededAndItsLettersTellTheLanguage() {
    var brief = read("\uFEFF{\"headline\":\"خبر من BBC\"}");
    assertEquals("ar", brief.language());
    assertEquals("", brief.lead());
    assertNull(brief.published());
    assertEquals("en", read("{\"headline\":\"News\",\"lang\":null}").language());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "{\"headline\"|is not JSON",
        "[1]|is not a JSON object",
        "{\"lead\":\"x\"}|has no \"headline\"",
        "{\"headline\":\"  \"}|has no \"headline\"",
        "{\"headline\":\"x\",\"published\":\"soon\"}|soon",
      })
  void whatIsNoStoryIsRefusedWithTheReason(String json, String reason) {
    var problem = assertThrows(BadStoryException.class, () -> read(json));
    var message = String.valueOf(problem.getMessage());
    assertTrue(message.contains(reason), message);
  }

  private static Brief read(String json) {
    return StoryInput.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
