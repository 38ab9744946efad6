package dev.nashra.article.extract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a web page says as an article; whatever it does not say is null or empty.
 *
 * @param authors names as printed, without "By"
 * @param language ISO 639 code of the text
 * @param site name of the outlet
 * @param image absolute address of the lead picture
 * @param text paragraphs separated by blank lines, standfirst first
 */
public record ExtractedArticle(
    @Nullable String title,
    List<String> authors,
    @Nullable Instant published,
    @Nullable String language,
    @Nullable String site,
    @Nullable String image,
    @Nullable String text) {
  public ExtractedArticle {
    authors = List.copyOf(authors);
  }
}
