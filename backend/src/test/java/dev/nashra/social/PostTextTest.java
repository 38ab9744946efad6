package dev.nashra.social;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostTextTest {
  private static final String LINK = "https://courier.example/1";
  private static final String TAIL = "Source: Courier\n" + LINK + "\n\n#Bridge #Port";

  @Test
  void theTailIsWhereItComesFrom() {
    var text = PostText.of(post("Headline\n\nLead.\n\n" + TAIL));
    assertEquals(List.of("Headline", "Lead."), text.body());
    assertEquals("Headline\n\n" + TAIL, text.brief().within(TextLimit.TELEGRAM_CAPTION));
  }

  @Test
  void aLongBodyIsShortenedAndTheTailKept() {
    var text = PostText.of(post("Headline\n\n" + "Words and words. ".repeat(100) + "\n\n" + TAIL));
    var shortened = text.within(TextLimit.TELEGRAM_CAPTION);
    assertTrue(shortened.endsWith(TAIL), shortened);
    assertTrue(TextLimit.TELEGRAM_CAPTION.fits(shortened));
    assertTrue(TextLimit.TELEGRAM_CAPTION.length(shortened) > 900);
  }

  @Test
  void aPostOfOneLineIsItsHeadline() {
    assertEquals("Only this", PostText.of(post("Only this")).headline());
  }

  private static Post post(String text) {
    return new Post(1, 1, 1, Network.TELEGRAM, 1, "en", text, List.of("Bridge", "Port"), LINK);
  }
}
