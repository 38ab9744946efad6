package dev.nashra.publish.local;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The front page: the most important story of the last day on top, then all others, those of the
 * newest hour first and within an hour the most important first: a cycle brings many at once.
 *
 * @param top null while there is no story
 * @param languages of the stories, those of the masthead first
 */
public record FrontView(@Nullable StoryView top, List<StoryView> others, List<String> languages) {
  private static final Duration NEWS = Duration.ofHours(24);

  static FrontView of(List<StoryView> stories, String ownLanguage) {
    var newestFirst =
        stories.stream()
            .sorted(
                Comparator.comparing((StoryView view) -> hour(view.story().written()))
                    .thenComparingDouble(view -> view.story().rank())
                    .thenComparingLong(view -> view.story().storyId())
                    .reversed())
            .toList();
    if (newestFirst.isEmpty()) {
      return new FrontView(null, List.of(), List.of());
    }
    var since = hour(newestFirst.getFirst().story().written()).minus(NEWS);
    var top = mostImportantSince(newestFirst, since);
    var languages =
        newestFirst.stream()
            .map(StoryView::language)
            .distinct()
            .sorted(
                Comparator.comparing((String language) -> !language.equals(ownLanguage))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    return new FrontView(
        top, newestFirst.stream().filter(view -> !view.equals(top)).toList(), languages);
  }

  private static Instant hour(Instant time) {
    return time.truncatedTo(ChronoUnit.HOURS);
  }

  private static StoryView mostImportantSince(List<StoryView> newestFirst, Instant since) {
    return newestFirst.stream()
        .filter(view -> !view.story().written().isBefore(since))
        .max(
            Comparator.comparing((StoryView view) -> view.card() != null)
                .thenComparingDouble(view -> view.story().rank()))
        .orElse(newestFirst.getFirst());
  }

  /** A language's own name, such as {@code العربية}. */
  public static String nameOf(String language) {
    var locale = Locale.forLanguageTag(language);
    var name = locale.getDisplayLanguage(locale);
    return name.isEmpty() || language.equals("und") ? "…" : name;
  }
}
