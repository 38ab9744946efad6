package dev.nashra.media;

import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import dev.nashra.text.SameWords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a card shows, a voice reads and a reel tells: one story in a few lines.
 *
 * @param language a BCP 47 tag such as {@code ar}, or {@code und}
 * @param headline never blank
 * @param lead one or two sentences; empty when it would only repeat the headline
 * @param points the key points, the most important first; may be empty
 * @param sources names of the outlets, the most used first; may be empty
 */
public record Brief(
    long storyId,
    String language,
    String headline,
    String lead,
    List<String> points,
    List<String> sources,
    @Nullable Instant published) {
  public Brief {
    if (headline.isBlank()) {
      throw new IllegalArgumentException("a story without a headline");
    }
    lead = SameWords.in(headline, lead) ? "" : lead;
    points = List.copyOf(points);
    sources = List.copyOf(sources);
  }

  /** What a report says, without its citations. */
  public static Brief of(Report report) {
    return new Brief(
        report.storyId(),
        report.language(),
        report.headline().text(),
        report.lead().text(),
        report.keyPoints().stream().map(CitedSentence::text).toList(),
        report.outlets(),
        report.written());
  }
}
