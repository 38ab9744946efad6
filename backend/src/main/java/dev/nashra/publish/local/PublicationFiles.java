package dev.nashra.publish.local;

import dev.nashra.publish.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON files of the publications, each under a name that says which it is: {@code
 * 12-v1-card.json} is the first wording of post 12.
 */
final class PublicationFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PublicationFiles.class);
  private static final Pattern NAME = Pattern.compile("(\\d{1,18})-v\\d{1,9}-(card|reel)\\.json");

  private final Path folder;
  private final JsonMapper mapper =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  PublicationFiles(Path folder) {
    this.folder = folder;
  }

  /** The name of a publication's file. */
  static String name(Claim claim) {
    var post = claim.bundle().post();
    return "%d-v%d-%s.json"
        .formatted(post.id(), post.version(), claim.format().name().toLowerCase(Locale.ROOT));
  }

  /** The file of a post in one format, if there is one that can be read. */
  Optional<PublishedStory> find(String name) {
    var file = folder.resolve(name);
    return Files.isRegularFile(file) ? read(file) : Optional.empty();
  }

  boolean has(String name) {
    return Files.exists(folder.resolve(name));
  }

  void write(String name, PublishedStory story) throws IOException {
    WholeFile.write(folder.resolve(name), mapper.writeValueAsBytes(story));
  }

  String json(PublishedStory story) {
    return mapper.writeValueAsString(story);
  }

  /**
   * The publications of the newest posts in one format, the newest first. A file that cannot be
   * read is passed over.
   */
  List<PublishedStory> newest(String format, int most) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Path> newest;
    try (var files = Files.list(folder)) {
      newest =
          files
              .filter(file -> format.equals(part(file, 2)))
              .sorted(Comparator.comparingLong(PublicationFiles::postId).reversed())
              .limit(most)
              .toList();
    }
    var stories = new ArrayList<PublishedStory>();
    newest.forEach(file -> read(file).ifPresent(stories::add));
    return stories;
  }

  private Optional<PublishedStory> read(Path file) {
    try {
      return Optional.of(mapper.readValue(Files.readAllBytes(file), PublishedStory.class));
    } catch (IOException | JacksonException e) {
      LOG.warn("{} is left out of the pages: {}", file.getFileName(), e.getMessage());
      return Optional.empty();
    }
  }

  private static long postId(Path file) {
    return Long.parseLong(part(file, 1));
  }

  private static String part(Path file, int group) {
    var name = NAME.matcher(String.valueOf(file.getFileName()));
    return name.matches() ? name.group(group) : "";
  }
}
