package dev.nashra.publish.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nashra.telegram.FormattedText;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTextTest {
  private static final String LINK = "https://marsad.example/1";

  @Test
  void theSourceLeadsToTheArticle() {
    var text =
        MessageText.of("عنوان 👍 الخبر\n\nنص الخبر.\n\nالمصدر: المرصد\n" + LINK + "\n\n#وسم", LINK);
    assertEquals("عنوان 👍 الخبر\n\nنص الخبر.\n\nالمصدر: المرصد\n\n#وسم", text.text());
    assertEquals(List.of("عنوان 👍 الخبر", "المصدر: المرصد"), marked(text));
    assertEquals(LINK, text.entities().getLast().url());
  }

  @Test
  void aLinkWithoutASourceStaysVisible() {
    var text = MessageText.of("Headline\n\n" + LINK, LINK);
    assertEquals("Headline\n\n" + LINK, text.text());
    assertEquals(List.of("Headline"), marked(text));
  }

  @Test
  void aTextWithoutTheLinkIsLeftAlone() {
    var text = MessageText.of("Headline\n\nSource: Courier", LINK);
    assertEquals("Headline\n\nSource: Courier", text.text());
    assertEquals(List.of("Headline"), marked(text));
  }

  @Test
  void aHeadlineAloneIsBold() {
    assertEquals(List.of("Headline"), marked(MessageText.of("Headline", "")));
  }

  private static List<String> marked(FormattedText text) {
    return text.entities().stream()
        .map(part -> text.text().substring(part.offset(), part.offset() + part.length()))
        .toList();
  }
}
