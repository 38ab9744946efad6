package dev.nashra.broadcast;

import dev.nashra.broadcast.Edition.Audio;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The stored editions, and the stories to make new ones from. */
public interface Editions {
  /** Languages with at least that many stories written about since, in alphabetical order. */
  List<String> languages(Instant since, int atLeast);

  /** Stories in the language written about since, the highest-ranked first. */
  List<Candidate> candidates(String language, Instant since, int limit);

  Optional<Edition> find(EditionKind kind, String language, String period);

  /** The newest first. */
  List<Edition> recent(EditionKind kind, String language, int limit);

  /**
   * Stores an edition, or replaces what is stored for the same kind, language and period, and its
   * sound with it.
   */
  Edition save(Draft draft, Instant now);

  /** Adds the sound of an edition. */
  Edition attach(long id, Audio audio);

  /** Forgets the sound of editions older than the newest {@code keep}, and names their files. */
  List<String> forgetAudio(EditionKind kind, String language, int keep);

  /** An edition before it is stored. */
  record Draft(
      EditionKind kind,
      String language,
      String period,
      String contentHash,
      String title,
      EditionContent content,
      String file) {}
}
