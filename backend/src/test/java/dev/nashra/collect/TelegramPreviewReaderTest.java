package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramPreviewReaderTest {
  private static final String HEAD =
      """
      <!DOCTYPE html><html><body><div class="tgme_channel_info">
      <i class="tgme_page_photo_image"><img src="https://cdn.example/photo.jpg"></i>
      <div class="tgme_channel_info_header_title"><span>بريد المرفأ</span></div>
      <div class="tgme_channel_info_header_username"><a href="https://t.me/PortMail">@PortMail</a></div>
      <div class="tgme_channel_info_description">أخبار المرفأ<br>كل يوم</div></div>
      <main class="tgme_main" data-url="/PortMail"><section class="tgme_channel_history">
      <a href="/s/PortMail?before=40" class="tme_messages_more" data-before="40"></a>
      """;
  private static final String TAIL = "</section></main></body></html>";

  @Test
  void thePostsOwnWordsAreReadNotTheQuotedOnes() {
    var post =
        post(
            """
            <a class="tgme_widget_message_reply" href="https://t.me/PortMail/3">
              <div class="tgme_widget_message_text js-message_reply_text">quoted words</div></a>
            <div class="tgme_widget_message_forwarded_from">Forwarded from
              <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/far">Far Shore</a></div>
            <div class="tgme_widget_message_text js-message_text" dir="auto">وصلت السفينة<br/>تفاصيل <b>أكثر</b>
              <i class="emoji" style="background-image:url('//t.example/e.png')"><b>⚓</b></i>
              <a href="https://a.example/?a=1&amp;amp;b=2" onclick="return confirm('x');">هنا</a>
              <a href="?q=%23%D9%85%D8%B1%D9%81%D8%A3">#مرفأ</a></div>
            <a class="tgme_widget_message_link_preview" href="https://a.example">
              <div class="link_preview_title">preview title</div>
              <div class="tgme_widget_message_text">preview words</div></a>
            """,
            "edited ");
    assertEquals(
        "وصلت السفينة<br>تفاصيل <b>أكثر</b> ⚓ <a href='https://a.example/?a=1&amp;b=2'>هنا</a>"
            + " <a href='https://t.me/s/PortMail?q=%23%D9%85%D8%B1%D9%81%D8%A3'>#مرفأ</a>",
        Objects.requireNonNull(post.html()).replaceAll("\\s+", " ").replace('"', '\''));
    assertEquals("وصلت السفينة\nتفاصيل أكثر ⚓ هنا #مرفأ", post.text());
    assertEquals(List.of("مرفأ"), post.hashtags());
    assertEquals("Far Shore", post.forwardedFrom());
    assertEquals(Instant.parse("2026-01-04T08:00:00Z"), post.published());
    assertEquals(1_500_000L, post.views());
    assertTrue(post.edited());
  }

  @Test
  void anAlbumIsOnePostWithAllItsMedia() {
    var post =
        post(
            """
            <div class="tgme_widget_message_grouped_wrap"><div class="tgme_widget_message_grouped_layer">
            <a class="tgme_widget_message_photo_wrap" href="#" style="width:1px;background-image:url('https://cdn.example/1.jpg')"></a>
            <a class="tgme_widget_message_video_player" href="#">
              <i class="tgme_widget_message_video_thumb" style="background-image:url('https://cdn.example/t.jpg')"></i>
              <video src="https://cdn.example/v.mp4?token=1"></video></a></div></div>
            <div class="tgme_widget_message_text"><div class="tgme_widget_message_text">once</div></div>
            """,
            "");
    assertEquals("once", post.html());
    assertFalse(post.edited());
    assertEquals(
        List.of(
            new Enclosure("https://cdn.example/1.jpg", "image/jpeg", null),
            new Enclosure("https://cdn.example/t.jpg", "image/jpeg", null),
            new Enclosure("https://cdn.example/v.mp4?token=1", "video/mp4", null)),
        post.media());
  }

  @Test
  void thePageBecomesAFeedNewestFirst() {
    var page =
        HEAD
            + message(41, "<div class=\"tgme_widget_message_text\">older</div>", "", "portmail")
            + message(42, "<div class=\"tgme_widget_message_text\">newer</div>", "", "PortMail")
            + message(
                    43,
                    "<div class=\"tgme_widget_message_text\">Channel created</div>",
                    "",
                    "PortMail")
                .replace(
                    "class=\"tgme_widget_message ", "class=\"tgme_widget_message service_message ")
            + TAIL;
    var feed = Reading.read(new TelegramPreviewReader(), page, "https://t.me/s/portmail");
    assertEquals("بريد المرفأ", feed.title());
    assertEquals("أخبار المرفأ كل يوم", feed.description());
    assertEquals("https://cdn.example/photo.jpg", feed.image());
    assertEquals("https://t.me/PortMail", feed.link());
    assertEquals("https://t.me/s/PortMail?before=40", feed.nextPage());
    assertEquals(
        List.of("portmail/42", "portmail/41"), feed.entries().stream().map(FeedEntry::id).toList());
  }

  @Test
  void aChannelWithoutPostsIsAnEmptyFeed() {
    assertEquals(0, Reading.read(new TelegramPreviewReader(), HEAD + TAIL, null).entries().size());
  }

  @Test
  void aGroupIsRefusedWithWhatThePageSays() {
    var page =
        "<div class=tgme_page><div class=tgme_page_title>Pier talk</div>"
            + "<div class=tgme_page_extra>120 members</div></div>";
    var refusal = Reading.refusal(new TelegramPreviewReader(), page, "https://t.me/piertalk");
    assertEquals(
        "Telegram shows no public history of this: Pier talk, 120 members.", refusal.reason());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Short line~more words                                  | Short line more words",
        "A first line that is long enough~more                  | A first line that is long enough",
        "🔴 عاجل~انقطاع الكهرباء عن الحي القديم                     | عاجل انقطاع الكهرباء عن الحي القديم",
        "⚓️ • The harbour opened again this morning              | The harbour opened again this morning",
        "🔥🔥                                                     | "
      })
  void titlesComeFromTheFirstLine(String text, String title) {
    assertEquals(title, PostTitle.of(text.replace("~", "\n")));
  }

  @Test
  void longTitlesAreCutAtASentenceOrAWord() {
    var sentence = "The council met on Monday to discuss the harbour. ";
    assertEquals(sentence.strip(), PostTitle.of(sentence + "X".repeat(100)));
    var cut = Objects.requireNonNull(PostTitle.of("word ".repeat(60)));
    assertTrue(cut.endsWith("word…") && cut.length() <= 120, cut);
    assertTrue(Objects.requireNonNull(PostTitle.of("😀x".repeat(200))).length() <= 121);
  }

  @ParameterizedTest
  @CsvSource({
    "@PortMail, https://t.me/s/PortMail",
    "t.me/PortMail, https://t.me/s/PortMail",
    "https://t.me/s/PortMail?before=3, https://t.me/s/PortMail",
    "https://telegram.me/PortMail/, https://t.me/s/PortMail"
  })
  void channelsAreNamedInManyWays(String written, String url) {
    assertEquals(url, TelegramPreviewReader.previewUrl(written));
  }

  @Test
  void otherAddressesAreNoChannel() {
    assertNull(TelegramPreviewReader.previewUrl("https://t.me/+AbCdEf"));
    assertNull(TelegramPreviewReader.previewUrl("https://news.example/t.me/x"));
  }

  private static TelegramPost post(String inside, String meta) {
    var page = TelegramPage.of(HEAD + message(41, inside, meta, "PortMail") + TAIL);
    return Objects.requireNonNull(page).posts().getFirst();
  }

  private static String message(int id, String inside, String meta, String channel) {
    return """
    <div class="tgme_widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="%s/%d">
    <div class="tgme_widget_message_bubble">%s<div class="tgme_widget_message_footer">
    <span class="tgme_widget_message_views">1.5M</span><span class="tgme_widget_message_meta">%s
    <a class="tgme_widget_message_date" href="https://t.me/x"><time datetime="2026-01-04T08:00:00+00:00">08:00</time></a>
    </span></div></div></div></div>
    """
        .formatted(channel, id, inside, meta);
  }
}
