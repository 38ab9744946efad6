package dev.nashra.broadcast;

import dev.nashra.broadcast.Edition.Audio;
import dev.nashra.time.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the editions of a language when there is something new to say. */
public final class EditionMaker {
  private static final Logger LOG = LoggerFactory.getLogger(EditionMaker.class);
  private static final Duration FRESH = Duration.ofHours(24);
  private static final int FEWEST_STORIES = 3;
  private static final int BULLETIN_STORIES = 6;
  private static final int DIGEST_TOLD = 5;
  private static final int DIGEST_STORIES = 30;
  private static final int SOUNDS_KEPT = 30;

  private final Editions editions;
  private final BulletinVoice voice;
  private final Newsdesk desk;
  private final EditionFiles files;

  /** {@code folder}: where the files go. */
  public EditionMaker(Editions editions, BulletinVoice voice, Newsdesk desk, Path folder) {
    this.editions = editions;
    this.voice = voice;
    this.desk = desk;
    this.files = new EditionFiles(folder, editions, desk);
  }

  /**
   * What came of making an edition.
   *
   * @param isNew false when the stories are still those of the last one
   * @param isSilent whether it could not be read aloud although there is a voice
   */
  public record Outcome(boolean isNew, boolean isSilent) {}

  /** The languages in which there is enough to say. */
  public List<String> languages(EditionKind kind, Instant now) {
    return editions.languages(since(kind, now), FEWEST_STORIES);
  }

  /** Makes the edition of now, or makes sure that the files of the last one are there. */
  public Outcome make(EditionKind kind, String language, Instant now)
      throws IOException, InterruptedException {
    boolean isBulletin = kind == EditionKind.BULLETIN;
    var candidates =
        editions.candidates(
            language, since(kind, now), isBulletin ? BULLETIN_STORIES : DIGEST_STORIES);
    var content = EditionPlan.of(candidates, isBulletin ? BULLETIN_STORIES : DIGEST_TOLD);
    var hash = EditionPlan.hash(content);
    var period = isBulletin ? hash : LocalDate.ofInstant(now, desk.zone()).toString();
    var previous = previous(kind, language, period);
    boolean isOld = previous.isPresent() && previous.get().contentHash().equals(hash);
    var edition =
        isOld
            // With the order and the pictures of now.
            ? previous.get().with(content, previous.get().audio())
            : editions.save(draft(kind, language, period, content, now, previous), now);
    // The page does not wait for the voice, which may take a minute or fail.
    files.publish(edition);
    boolean isSilent = isBulletin && voice.reads(language) && !readAloud(edition);
    return new Outcome(!isOld, isSilent);
  }

  /** Writes the list of the newest editions. */
  public void index() throws IOException {
    var newest = new ArrayList<Edition>();
    for (var language : editions.languages(Instant.EPOCH, 1)) {
      for (var kind : EditionKind.values()) {
        newest.addAll(editions.recent(kind, language, 1));
      }
    }
    files.index(newest);
  }

  /** A digest follows that of the same day, a bulletin the last one, whenever that was. */
  private Optional<Edition> previous(EditionKind kind, String language, String period) {
    return kind == EditionKind.DIGEST
        ? editions.find(kind, language, period)
        : editions.recent(kind, language, 1).stream().findFirst();
  }

  private Editions.Draft draft(
      EditionKind kind,
      String language,
      String period,
      EditionContent content,
      Instant now,
      Optional<Edition> previous) {
    var words = Wording.in(language, desk.zone());
    var title =
        kind == EditionKind.DIGEST
            ? words.phrase("digest") + " — " + words.date(now)
            : words.phrase("bulletin") + " — " + words.day(now) + " " + words.time(now);
    var file =
        previous
            .filter(edition -> edition.period().equals(period))
            .map(Edition::file)
            .orElseGet(() -> place(kind, language, now));
    return new Editions.Draft(
        kind, language, period, EditionPlan.hash(content), title, content, file);
  }

  /** In the archive, by day; bulletins by the second too. */
  private String place(EditionKind kind, String language, Instant now) {
    var local = now.atZone(desk.zone());
    var day = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).format(local);
    var time = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT).format(local);
    var name = EditionFiles.newest(kind, language);
    return "archive/%s/%s.html"
        .formatted(day, kind == EditionKind.DIGEST ? name : name + "-" + time);
  }

  /** False when the voice failed; it is asked again in the next cycle. */
  private boolean readAloud(Edition edition) throws IOException, InterruptedException {
    var audio = edition.audio();
    if (audio != null && files.folder().has(audio.file())) {
      return true;
    }
    try {
      files.publish(editions.attach(edition.id(), read(edition)));
      forgetOldSounds(edition.kind(), edition.language());
      return true;
    } catch (IOException | RuntimeException e) {
      Cancellation.current().throwIfCancelled();
      LOG.warn("The {} bulletin was not read aloud", edition.language(), e);
      return false;
    }
  }

  private Audio read(Edition edition) throws IOException, InterruptedException {
    var place = edition.file().replaceAll("html$", "mp3");
    var newsroom = desk.brand().name();
    var words = Wording.in(edition.language(), desk.zone());
    var lines = SpokenBulletin.of(edition.content(), newsroom, edition.updated(), words);
    var out = files.folder().prepared(place);
    var reading = voice.read(lines, edition.language(), edition.title(), newsroom, out);
    return new Audio(place, reading.bytes(), reading.duration());
  }

  private void forgetOldSounds(EditionKind kind, String language) throws IOException {
    for (var file : editions.forgetAudio(kind, language, SOUNDS_KEPT)) {
      files.folder().delete(file);
    }
  }

  private Instant since(EditionKind kind, Instant now) {
    return kind == EditionKind.BULLETIN
        ? now.minus(FRESH)
        : LocalDate.ofInstant(now, desk.zone()).atStartOfDay(desk.zone()).toInstant();
  }
}
