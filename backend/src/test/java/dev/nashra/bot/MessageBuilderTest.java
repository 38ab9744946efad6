package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.telegram.FormattedText;
import org.junit.jupiter.api.Test;

final class MessageBuilderTest {
  @Test
  void aCommandInAnArabicLineIsIsolated() {
    var message = new MessageBuilder(BotLanguage.ARABIC);
    message.line().text("التفاصيل: ").command("/story_12").end();

    assertEquals("التفاصيل: \u2066/story_12\u2069", message.build().text());
  }

  @Test
  void aForeignNameIsIsolatedAndAnOwnOneIsNot() {
    var message = new MessageBuilder(BotLanguage.ARABIC);
    message
        .line()
        .link("The Quay", "https://a.example/")
        .text("، ")
        .link("المرفأ", "ftp://x")
        .end();

    var built = message.build();
    assertEquals("\u2068The Quay\u2069، المرفأ", built.text());
    assertEquals(1, built.entities().size());
    assertEquals(10, built.entities().getFirst().length());
  }

  @Test
  void marksStandWhereTheirLinesStand() {
    var message = new MessageBuilder(BotLanguage.ENGLISH).line("first").gap();
    message.line().text("a ").bold("b👍").text(" c").end();

    var built = message.build();
    var mark = built.entities().getFirst();
    assertEquals("b👍", built.text().substring(mark.offset(), mark.offset() + mark.length()));
  }

  @Test
  void itStopsBeforeTheLineThatIsTooMuchAndKeepsTheEnd() {
    var end = FormattedText.plain("the end").bold(0, 3);
    var message = MessageBuilder.before(end, BotLanguage.ENGLISH);
    for (var i = 0; i < 100; i++) {
      message.gap().line("x".repeat(99));
    }
    var built = message.gap().add(end).build();

    assertTrue(built.text().length() <= MessageBuilder.MOST, () -> "" + built.text().length());
    assertTrue(built.text().endsWith("x\n\nthe end"));
    assertEquals(built.text().length() - 7, built.entities().getLast().offset());
  }

  @Test
  void nothingIsCutInsideALetter() {
    assertEquals("ab…", MessageBuilder.shortened("ab👨‍👩‍👧cd", 8));
    assertEquals("short", MessageBuilder.shortened("short", 8));
  }
}
