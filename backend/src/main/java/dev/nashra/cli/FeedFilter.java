package dev.nashra.cli;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.nashra.collect.Feed;
import dev.nashra.collect.FeedEntry;
import dev.nashra.collect.FeedReader;
import dev.nashra.collect.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code nashra feed}: reads feeds from files. */
@Command(
    name = "feed",
    description = {
      "Reads feeds (RSS, RDF, Atom, JSON Feed) from files.",
      "Lines on standard input: PATH, or PATH, a tab and the address from which it came.",
      "Answers, one line of JSON each: file, ok, error, feed."
    })
final class FeedFilter extends LineFilter {
  /** What is printed for a line. */
  @JsonPropertyOrder({"file", "ok", "error", "feed"})
  record Answer(String file, boolean ok, @Nullable String error, @Nullable Printed feed) {}

  /** A feed as printed: what it says of itself and its entries, nothing that we found out. */
  record Printed(
      @Nullable String title,
      @Nullable String link,
      @Nullable String description,
      @Nullable String language,
      @Nullable String id,
      @Nullable Instant updated,
      @Nullable Instant published,
      @Nullable String image,
      @Nullable String author,
      @Nullable String rights,
      @Nullable String generator,
      @JsonIgnoreProperties("image") List<FeedEntry> entries) {}

  @Override
  protected Answer answer(String line) {
    var tab = line.indexOf('\t');
    var file = tab < 0 ? line.strip() : line.substring(0, tab);
    var base = tab < 0 ? "" : line.substring(tab + 1).strip();
    try {
      var result = new FeedReader().read(bytes(file), null, base.isEmpty() ? null : base);
      return switch (result) {
        case ReadResult.Read read -> new Answer(file, true, null, printed(read.feed()));
        case ReadResult.Unreadable unreadable -> new Answer(file, false, unreadable.reason(), null);
      };
    } catch (NoSuchFileException missing) {
      return new Answer(file, false, "There is no such file.", null);
    } catch (IOException | InvalidPathException unreadable) {
      return new Answer(file, false, "The file cannot be read: " + unreadable.getMessage(), null);
    }
  }

  private static byte[] bytes(String file) throws IOException {
    try (var input = Files.newInputStream(Path.of(file))) {
      return input.readNBytes(FeedReader.MOST_BYTES);
    }
  }

  private static Printed printed(Feed feed) {
    return new Printed(
        feed.title(),
        feed.link(),
        feed.description(),
        feed.language(),
        feed.id(),
        feed.updated(),
        feed.published(),
        feed.image(),
        feed.author(),
        feed.rights(),
        feed.generator(),
        feed.entries());
  }
}
