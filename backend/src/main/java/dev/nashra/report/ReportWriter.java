package dev.nashra.report;

import java.util.List;

/** Writes a report about a story from the articles about it. */
public interface ReportWriter {
  /**
   * The report in the story's language.
   *
   * @param language ISO 639-1, or {@code und}
   * @param clippings at least one, in any order
   */
  Draft write(String language, List<Clipping> clippings);
}
