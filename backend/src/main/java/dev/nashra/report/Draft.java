package dev.nashra.report;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a writer made of a story, before it is stored as a {@link Report}.
 *
 * @param outlets names of the outlets that it cites, the most used first
 * @param writer {@code extractive} or {@code ai}
 * @param note why a better way was not taken; may be empty
 */
public record Draft(
    String language,
    CitedSentence headline,
    CitedSentence lead,
    List<CitedSentence> keyPoints,
    List<String> outlets,
    String writer,
    String note) {
  public Draft {
    keyPoints = List.copyOf(keyPoints);
    outlets = List.copyOf(outlets);
  }

  Draft withNote(String text) {
    return new Draft(language, headline, lead, keyPoints, outlets, writer, text);
  }

  /** Each sentence said in other words; the citations stay. */
  Draft reworded(UnaryOperator<String> wording) {
    return new Draft(
        language,
        headline.reworded(wording),
        lead.reworded(wording),
        keyPoints.stream().map(point -> point.reworded(wording)).toList(),
        outlets,
        writer,
        note);
  }

  /** Whether a reader would see the same report: the note and the citations do not count. */
  boolean readsLike(Report report) {
    return language.equals(report.language())
        && headline.text().equals(report.headline().text())
        && lead.text().equals(report.lead().text())
        && texts(keyPoints).equals(texts(report.keyPoints()));
  }

  private static List<String> texts(List<CitedSentence> sentences) {
    return sentences.stream().map(CitedSentence::text).toList();
  }
}
