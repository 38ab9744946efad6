package dev.nashra.media;

import dev.nashra.report.Report;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The folder in which renderings lie, a folder for each day below it. The place of a file follows
 * from its report alone, so that work cut off and done again leaves one file.
 */
public record MediaFolder(Path root) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * Where a rendering belongs, below the root, such as {@code 2026/11/21/12-34-card.jpg}: story,
   * report, kind.
   */
  public String place(Report report, RenderingKind kind, String extension) {
    var name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "%s/%d-%d-%s.%s"
        .formatted(DAY.format(report.written()), report.storyId(), report.id(), name, extension);
  }

  /** The file at a place. */
  public Path file(String place) {
    return root.resolve(place);
  }
}
