package dev.nashra.report;

import java.util.List;

/**
 * A story whose articles changed since its report was last looked at.
 *
 * @param inputHash of the article versions; the same hash never needs to be looked at again
 * @param gist of the articles when they were last looked at; empty the first time
 */
public record ReportInput(
    long storyId, String language, String inputHash, String gist, List<Clipping> clippings) {
  public ReportInput {
    clippings = List.copyOf(clippings);
  }
}
