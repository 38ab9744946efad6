package dev.nashra.report;

import java.time.Instant;
import java.util.List;

/**
 * What we say about a story.
 *
 * @param version 1 for the first report of its story; a later one replaces it
 * @param outlets names of the outlets whose articles it uses, the most used first
 * @param writer who wrote it: {@code extractive} or {@code ai}
 */
public record Report(
    long id,
    long storyId,
    int version,
    String language,
    CitedSentence headline,
    CitedSentence lead,
    List<CitedSentence> keyPoints,
    List<String> outlets,
    String writer,
    Instant written) {
  public Report {
    keyPoints = List.copyOf(keyPoints);
    outlets = List.copyOf(outlets);
  }
}
