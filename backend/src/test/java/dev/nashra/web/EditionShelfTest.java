package dev.nashra.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.broadcast.Candidate;
import dev.nashra.broadcast.Candidate.Picture;
import dev.nashra.broadcast.Edition;
import dev.nashra.broadcast.Edition.Audio;
import dev.nashra.broadcast.EditionContent;
import dev.nashra.broadcast.EditionContent.Item;
import dev.nashra.broadcast.EditionContent.Sentence;
import dev.nashra.broadcast.EditionContent.Source;
import dev.nashra.broadcast.EditionKind;
import dev.nashra.broadcast.EditionPages;
import dev.nashra.broadcast.Editions;
import dev.nashra.broadcast.Newsdesk;
import dev.nashra.media.Brand;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EditionShelfTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final String PLACE = "archive/2026/03/01/bulletin-ar-080000.html";
  private static final Edition BULLETIN =
      new Edition(
          1,
          EditionKind.BULLETIN,
          "ar",
          "hash",
          "hash",
          "نشرة الصباح",
          new EditionContent(
              List.of(
                  new Item(
                      1,
                      1,
                      new Sentence("افتتاح الجسر الجديد", List.of(1)),
                      new Sentence("افتتحت المدينة جسرها الجديد صباح اليوم.", List.of(1)),
                      List.of(),
                      List.of(new Source(1, "المنارة", "الجسر", "https://example.org/1")),
                      new Picture("story.png", 1200, 630))),
              List.of()),
          PLACE,
          new Audio("archive/sound.mp3", 10, Duration.ofSeconds(60)),
          NOW,
          NOW);

  @TempDir private Path data;
  private Stored editions;
  private EditionShelf shelf;

  @BeforeEach
  void open() {
    editions = new Stored();
    var desk =
        new Newsdesk(
            Brand.DEFAULT,
            ZoneOffset.UTC,
            URI.create("https://news.example/broadcast/"),
            "../media/");
    shelf =
        new EditionShelf(
            editions,
            new EditionPages(desk),
            data.resolve("broadcast"),
            data.resolve("media"),
            () -> NOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "index.html",
        "bulletin-ar.html",
        "bulletin-ar.txt",
        PLACE,
        "feeds/bulletin-ar.xml",
        "feeds/bulletin-ar.json"
      })
  void everyFormOfAnEditionIsMadeFromTheDatabase(String path) throws IOException {
    assertTrue(text(path).contains("افتتاح الجسر الجديد"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "digest-ar.html",
        "bulletin-en.html",
        "feeds/bulletin-en.xml",
        "archive/2026/03/01/bulletin-ar-090000.html",
        "bulletin-ar.exe",
        "../bulletin-ar.html"
      })
  void whatWasNeverMadeIsNotThere(String path) {
    assertEquals(Optional.empty(), shelf.find(path));
  }

  @Test
  void pictureAndSoundAreShownOnlyWhereTheyAre() throws IOException {
    assertFalse(text("bulletin-ar.html").contains("story.png"));
    assertFalse(text("feeds/bulletin-ar.xml").contains("sound.mp3"));

    write("media/story.png");
    write("broadcast/archive/sound.mp3");
    open();

    assertTrue(text("bulletin-ar.html").contains("story.png"));
    assertTrue(text("feeds/bulletin-ar.xml").contains("sound.mp3"));
  }

  @Test
  void manyReadersAskTheDatabaseOnce() {
    shelf.find("bulletin-ar.html");
    shelf.find("bulletin-ar.html");

    assertEquals(1, editions.asked);
  }

  private String text(String path) throws IOException {
    try (var content = shelf.find(path).orElseThrow().content().from(0)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void write(String file) throws IOException {
    Files.createDirectories(data.resolve(file).resolveSibling("."));
    Files.writeString(data.resolve(file), "x");
  }

  /** One bulletin. */
  private static final class Stored implements Editions {
    private int asked;

    @Override
    public List<String> languages(Instant since, int atLeast) {
      return List.of("ar");
    }

    @Override
    public List<Candidate> candidates(String language, Instant since, int limit) {
      return List.of();
    }

    @Override
    public Optional<Edition> find(EditionKind kind, String language, String period) {
      return Optional.empty();
    }

    @Override
    public List<Edition> recent(EditionKind kind, String language, int limit) {
      asked++;
      return kind == BULLETIN.kind() && language.equals("ar") ? List.of(BULLETIN) : List.of();
    }

    @Override
    public Edition save(Draft draft, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Edition attach(long id, Edition.Audio audio) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> forgetAudio(EditionKind kind, String language, int keep) {
      return List.of();
    }
  }
}
