package dev.nashra.broadcast;

import dev.nashra.broadcast.Edition.Audio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Editions of a newsroom whose stories a test sets. */
final class InMemoryEditions implements Editions {
  private final List<Edition> editions = new ArrayList<>();
  private List<Candidate> stories = List.of();

  void stories(List<Candidate> now) {
    stories = List.copyOf(now);
  }

  @Override
  public synchronized List<String> languages(Instant since, int atLeast) {
    return stories.stream()
        .map(story -> story.report().language())
        .distinct()
        .filter(language -> candidates(language, since, 100).size() >= atLeast)
        .sorted()
        .toList();
  }

  @Override
  public synchronized List<Candidate> candidates(String language, Instant since, int limit) {
    return stories.stream()
        .filter(story -> story.report().language().equals(language))
        .filter(story -> !story.report().written().isBefore(since))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Edition> find(EditionKind kind, String language, String period) {
    return of(kind, language).stream()
        .filter(edition -> edition.period().equals(period))
        .findFirst();
  }

  @Override
  public synchronized List<Edition> recent(EditionKind kind, String language, int limit) {
    return of(kind, language).stream().limit(limit).toList();
  }

  @Override
  public synchronized Edition save(Draft draft, Instant now) {
    var old = find(draft.kind(), draft.language(), draft.period());
    old.ifPresent(editions::remove);
    var edition =
        new Edition(
            old.map(Edition::id).orElse(editions.size() + 1L),
            draft.kind(),
            draft.language(),
            draft.period(),
            draft.contentHash(),
            draft.title(),
            draft.content(),
            draft.file(),
            null,
            old.map(Edition::made).orElse(now),
            now);
    editions.add(edition);
    return edition;
  }

  @Override
  public synchronized Edition attach(long id, Audio audio) {
    var old = editions.stream().filter(edition -> edition.id() == id).findFirst().orElseThrow();
    editions.remove(old);
    var edition =
        new Edition(
            old.id(),
            old.kind(),
            old.language(),
            old.period(),
            old.contentHash(),
            old.title(),
            old.content(),
            old.file(),
            audio,
            old.made(),
            old.updated());
    editions.add(edition);
    return edition;
  }

  @Override
  public synchronized List<String> forgetAudio(EditionKind kind, String language, int keep) {
    return List.of();
  }

  private List<Edition> of(EditionKind kind, String language) {
    return editions.stream()
        .filter(edition -> edition.kind() == kind && edition.language().equals(language))
        .sorted(Comparator.comparing(Edition::updated).thenComparingLong(Edition::id).reversed())
        .toList();
  }
}
