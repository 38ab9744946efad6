package dev.nashra.sample;

import java.util.List;

/**
 * The words of an article as they stood at one time.
 *
 * @param minutesAgo when they were published, counted back from the anchor
 */
public record SampleVersion(String title, String summary, int minutesAgo, List<String> paragraphs) {

  public SampleVersion {
    paragraphs = List.copyOf(paragraphs);
  }
}
