package dev.nashra.publish.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.media.Brand;
import dev.nashra.media.MediaFolder;
import dev.nashra.media.Rendering;
import dev.nashra.media.RenderingKind;
import dev.nashra.publish.Claim;
import dev.nashra.publish.Delivered;
import dev.nashra.publish.Preparation;
import dev.nashra.publish.ReadBack;
import dev.nashra.publish.local.LocalClaims.Told;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPublisherTest {
  private static final String EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

  @TempDir Path folder;
  private Path media;
  private Path site;
  private LocalPublisher publisher;

  @BeforeEach
  void open() throws IOException {
    media = Files.createDirectories(folder.resolve("media"));
    site = folder.resolve("site");
    publisher =
        new LocalPublisher(
            site,
            new MediaFolder(media),
            new Masthead(Brand.DEFAULT, "ar", ZoneId.of("Africa/Cairo")),
            () -> LocalClaims.NOON);
  }

  @Test
  void aPublicationIsAFileAndAPage() throws IOException {
    publish(LocalClaims.card(story(1), "https://courier.example/1", card("1.jpg")));
    publisher.afterTurn();
    assertTrue(
        Files.readString(site.resolve("publications/101-v1-card.json")).contains("headline"));
    var page = page("stories/1.html");
    assertEquals("افتتاح الجسر الجديد 1", page.expectFirst("h1").text());
    assertEquals("rtl", page.expectFirst("html").attr("dir"));
    assertEquals("https://courier.example/1", page.expectFirst(".sources a").attr("href"));
    assertTrue(page("index.html").text().contains("افتتاح الجسر الجديد 1"));
  }

  @Test
  void publishingAgainChangesNothing() throws IOException {
    var claim = LocalClaims.card(story(1), "https://courier.example/1", card("1.jpg"));
    publish(claim);
    publisher.afterTurn();
    var before = contents();
    publish(claim);
    publisher.afterTurn();
    assertEquals(before, contents());
  }

  @Test
  void whatIsThereIsFoundAndWhatIsNotIsAbsent() {
    var claim = LocalClaims.card(story(1), "https://courier.example/1");
    assertInstanceOf(ReadBack.Absent.class, publisher.readBack(claim));
    publish(claim);
    assertInstanceOf(ReadBack.Found.class, publisher.readBack(claim));
  }

  @Test
  void aReelThatComesLaterIsOnTheStorysPage() throws IOException {
    publish(LocalClaims.card(story(1), "https://courier.example/1", card("1.jpg")));
    publisher.afterTurn();
    assertEquals(0, page("stories/1.html").select("video").size());
    publish(
        LocalClaims.reel(
            story(1),
            file(RenderingKind.REEL, "1.mp4", "video/mp4", 21),
            file(RenderingKind.AUDIO, "1.m4a", "audio/mp4", 33)));
    publisher.afterTurn();
    var page = page("stories/1.html");
    assertEquals("../media/1.mp4", page.expectFirst("video").attr("src"));
    assertEquals("../media/1.m4a", page.expectFirst("audio").attr("src"));
    assertTrue(Files.exists(site.resolve("media/1.mp4")));
    assertTrue(page("index.html").text().contains("0:21"));
  }

  @Test
  void mediaThatAreTooOldLeaveThePageAndThePageStays() throws IOException {
    publish(LocalClaims.card(story(1), "https://courier.example/1", card("1.jpg")));
    publish(LocalClaims.reel(story(1), file(RenderingKind.REEL, "1.mp4", "video/mp4", 21)));
    publisher.afterTurn();
    var old = new OldMedia(site, new Masthead(Brand.DEFAULT, "ar", ZoneId.of("Africa/Cairo")));

    old.takeAway(List.of("101-v1", "999-v1"), List.of("1.mp4"));

    assertFalse(Files.exists(site.resolve("media/1.mp4")));
    var page = page("stories/1.html");
    assertEquals(0, page.select("video").size());
    assertTrue(page.html().contains("1.jpg"));
    old.takeAway(List.of("101-v1"), List.of("1.jpg"));
    assertFalse(page("stories/1.html").html().contains("1.jpg"));
    assertEquals("افتتاح الجسر الجديد 1", page("stories/1.html").expectFirst("h1").text());
    publisher.afterTurn();
    assertFalse(page("index.html").html().contains("1.jpg"));
  }

  @Test
  void nothingThatAnOutletWritesBecomesMarkup() throws IOException {
    var evil = new Told(1, "ar", EVIL, EVIL, List.of(EVIL, EVIL), List.of(EVIL, EVIL));
    publish(LocalClaims.card(evil, "javascript:alert(3)", card("1.jpg")));
    publish(LocalClaims.card(story(2), "https://courier.example/\"onmouseover=\"x"));
    publisher.afterTurn();
    for (var name : List.of("index.html", "stories/1.html", "stories/2.html")) {
      var page = page(name);
      assertEquals(0, page.select("script, [onerror], [onmouseover], img[src=x]").size(), name);
      assertFalse(page.html().contains("javascript:"), name);
    }
    assertEquals(EVIL, page("stories/1.html").expectFirst("h1").text());
  }

  @Test
  void aFileThatIsGoneOrOutsideIsNotShown() throws IOException {
    publish(LocalClaims.card(story(1), "https://courier.example/1", missing("gone.jpg")));
    publisher.afterTurn();
    assertEquals(0, page("stories/1.html").select("img").size());
    var outside =
        LocalClaims.card(story(2), "https://courier.example/2", missing("../../etc/passwd"));
    assertInstanceOf(Preparation.Later.class, publisher.prepare(outside));
  }

  @Test
  void aBrokenFileLeavesTheOthersOnTheFrontPage() throws IOException {
    publish(LocalClaims.card(story(1), "https://courier.example/1"));
    Files.writeString(site.resolve("publications/102-v1-card.json"), "{ half");
    publisher.afterTurn();
    assertTrue(page("index.html").text().contains("افتتاح الجسر الجديد 1"));
  }

  @Test
  void theMostImportantStoryIsOnTopAndLanguagesCanBeChosen() throws IOException {
    publish(LocalClaims.card(story(1), "https://courier.example/1", card("1.jpg")));
    publish(
        LocalClaims.card(
            new Told(
                3, "en", "The bridge is open", "It is open.", List.of(), List.of("Coast Courier")),
            "https://courier.example/3",
            card("3.jpg")));
    publisher.afterTurn();
    var page = page("index.html");
    assertEquals("The bridge is open", page.expectFirst(".top h1").text());
    assertEquals("ltr", page.expectFirst(".top").attr("dir"));
    assertEquals(List.of("الكل", "العربية", "English"), page.select(".tabs label").eachText());
  }

  /**
   * Ranks grow with the numbers; 17 minutes lie between one number and the next, back from noon.
   */
  @Test
  void withinAnHourTheMoreImportantStoryComesFirst() throws IOException {
    for (long id : List.of(1, 2, 3, 6)) {
      publish(LocalClaims.card(story(id), "https://courier.example/" + id, card(id + ".jpg")));
    }
    publish(LocalClaims.card(story(8), "https://courier.example/8"));
    publisher.afterTurn();
    assertEquals(
        List.of("stories/2.html", "stories/1.html", "stories/6.html", "stories/8.html"),
        page("index.html").select(".wall .tile > a").eachAttr("href"));
  }

  @Test
  void aLeadThatRepeatsTheHeadlineIsNotOnThePage() throws IOException {
    var told =
        new Told(1, "en", "The bridge is open", "The bridge is open.", List.of(), List.of("A"));
    publish(LocalClaims.card(told, "https://courier.example/1"));
    publisher.afterTurn();
    assertTrue(page("stories/1.html").select(".lead").isEmpty());
  }

  @Test
  void anEmptyNewsroomHasAPageToo() throws IOException {
    publisher.afterTurn();
    assertTrue(page("index.html").text().contains("لم يُنشر شيء بعد"));
  }

  private Told story(long id) {
    return new Told(
        id,
        "ar",
        "افتتاح الجسر الجديد " + id,
        "قالت البلدية إن الجسر سيفتح أمام السيارات.",
        List.of("بلغت كلفة الجسر أربعين مليون دينار.", "يربط الجسر المدينة بالميناء."),
        List.of("المرصد", "صوت الساحل"));
  }

  private Rendering card(String name) {
    return file(RenderingKind.CARD, name, "image/jpeg", null);
  }

  private Rendering file(RenderingKind kind, String name, String type, @Nullable Integer seconds) {
    try {
      Files.write(media.resolve(name), new byte[] {1, 2, 3});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return LocalClaims.rendering(kind, name, type, 1080, 1350, seconds);
  }

  private static Rendering missing(String name) {
    return LocalClaims.rendering(RenderingKind.CARD, name, "image/jpeg", 1080, 1350, null);
  }

  private void publish(Claim claim) {
    var ready = assertInstanceOf(Preparation.Ready.class, publisher.prepare(claim));
    assertInstanceOf(Delivered.Visible.class, ready.delivery().deliver());
  }

  private Document page(String name) throws IOException {
    return Jsoup.parse(Files.readString(site.resolve(name)));
  }

  private List<String> contents() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(file -> site.relativize(file) + " " + file.toFile().length())
          .toList();
    }
  }
}
