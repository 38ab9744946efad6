package dev.nashra.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.nashra.article.extract.ArticleExtractor;
import dev.nashra.article.extract.ExtractedArticle;
import dev.nashra.text.LanguageDetector;
import dev.nashra.text.TextDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code nashra extract}: reads the articles out of saved web pages. */
@Command(
    name = "extract",
    description = {
      "Reads the articles out of saved web pages.",
      "Lines on standard input: ID, a tab, the path of the HTML file, a tab, the page's address.",
      "Answers, one line of JSON each: id, title, authors, published, language, site, image, text;",
      "and error, for a line that cannot be used."
    })
final class ExtractFilter extends LineFilter {
  /** What is printed for a line. */
  @JsonPropertyOrder({
    "id",
    "title",
    "authors",
    "published",
    "language",
    "site",
    "image",
    "text",
    "error"
  })
  record Answer(
      String id,
      @Nullable String title,
      List<String> authors,
      @Nullable Instant published,
      @Nullable String language,
      @Nullable String site,
      @Nullable String image,
      @Nullable String text,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {}

  private final ArticleExtractor extractor = new ArticleExtractor(new LanguageDetector());

  @Override
  protected Answer answer(String line) {
    var fields = line.split("\t", -1);
    if (fields.length < 2) {
      return failed(fields[0], "A line is ID, a tab, a path, a tab, an address.");
    }
    try {
      var html = TextDecoder.html(bytes(fields[1]), null).text();
      if (html.indexOf('\0') >= 0) {
        return failed(fields[0], "The file is no text.");
      }
      return found(fields[0], extractor.extract(html, fields.length > 2 ? fields[2].strip() : ""));
    } catch (NoSuchFileException missing) {
      return failed(fields[0], "There is no such file.");
    } catch (IOException | InvalidPathException unreadable) {
      return failed(fields[0], "The file cannot be read: " + unreadable.getMessage());
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (var input = Files.newInputStream(Path.of(file))) {
      return input.readNBytes(ArticleExtractor.MOST_BYTES);
    }
  }

  private static Answer found(String id, ExtractedArticle article) {
    return new Answer(
        id,
        article.title(),
        article.authors(),
        article.published(),
        article.language(),
        article.site(),
        article.image(),
        article.text(),
        null);
  }

  private static Answer failed(String id, String error) {
    return new Answer(id, null, List.of(), null, null, null, null, null, error);
  }
}
