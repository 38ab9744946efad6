package dev.nashra.media;

import dev.nashra.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which files were made of which reports; what is still to be made follows from it. */
public interface Renderings {

  /**
   * Latest reports of living stories that have no such rendering, the most important story first. A
   * story whose report was replaced is among them again. What failed comes after all others, and
   * not before its time.
   */
  List<Report> lacking(RenderingKind kind, int limit, Instant now);

  /**
   * As {@link #lacking}, but without the stories that have such a rendering of an earlier report:
   * for what is too dear to be made again for every new wording.
   */
  List<Report> neverHad(RenderingKind kind, int limit, Instant now);

  /** The rendering of this very report. */
  Optional<Rendering> find(long reportId, RenderingKind kind);

  /** Records a file that lies in its place; one recorded before for the same report stays. */
  void add(Made made, Instant now);

  /**
   * Records that it could not be made.
   *
   * @param reason in words for the operator
   * @param again not to be tried before
   */
  void failed(Report report, RenderingKind kind, String reason, Instant again);

  /**
   * A file just made of a report.
   *
   * @param file its path below the media folder, with {@code /} between parts
   * @param width pixels, 0 for audio
   * @param duration null for images
   */
  record Made(
      Report report,
      RenderingKind kind,
      String file,
      String mediaType,
      long bytes,
      int width,
      int height,
      @Nullable Duration duration) {}
}
