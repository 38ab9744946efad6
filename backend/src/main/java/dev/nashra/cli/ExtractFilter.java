package dev.nashra.cli;

import dev.nashra.article.extract.ArticleExtractor;
import dev.nashra.article.extract.ExtractedArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Reads the article out of saved web pages. */
@Command(
    name = "extract",
    description = {
      "Read articles out of saved web pages.",
      "Standard input: one line per page, ID<TAB>HTML_PATH<TAB>URL."
    })
final class ExtractFilter extends LineFilter {
  private final ArticleExtractor extractor = new ArticleExtractor();

  @Override
  protected Object answer(String line) {
    var fields = line.split("\t", -1);
    if (fields.length < 3) {
      return Answer.failed(fields[0], "a line is ID<TAB>HTML_PATH<TAB>URL");
    }
    try {
      return Answer.of(
          fields[0], extractor.extract(Files.readString(Path.of(fields[1])), fields[2]));
    } catch (IOException e) {
      return Answer.failed(fields[0], e.toString());
    }
  }

  private record Answer(
      String id,
      @Nullable String title,
      List<String> authors,
      @Nullable String published,
      @Nullable String language,
      @Nullable String site,
      @Nullable String image,
      @Nullable String text,
      @Nullable String error) {
    static Answer of(String id, ExtractedArticle article) {
      return new Answer(
          id,
          article.title(),
          article.authors(),
          article.published() == null ? null : article.published().toString(),
          article.language(),
          article.site(),
          article.image(),
          article.text(),
          null);
    }

    static Answer failed(String id, String error) {
      return new Answer(id, null, List.of(), null, null, null, null, null, error);
    }
  }
}
