package dev.nashra.media;

import dev.nashra.media.Renderings.Made;
import dev.nashra.media.card.CardFormat;
import dev.nashra.media.card.CardRenderer;
import dev.nashra.report.Report;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.RunEnded;
import java.io.IOException;
import java.util.List;

/**
 * Makes the pictures that reports still lack, one at a time so that memory stays small, as JPEG,
 * which every network takes.
 */
public final class StoryPictures {
  private static final int MOST_IN_A_RUN = 500;

  private final Renderings renderings;
  private final CardRenderer renderer;
  private final Brand brand;
  private final MediaFolder folder;

  public StoryPictures(
      Renderings renderings, CardRenderer renderer, Brand brand, MediaFolder folder) {
    this.renderings = renderings;
    this.renderer = renderer;
    this.brand = brand;
    this.folder = folder;
  }

  /** Makes what is lacking in these formats; a story that cannot be drawn does not stop others. */
  JobResult make(List<CardFormat> formats, JobContext context) {
    var now = context.clock().instant();
    var wanted =
        formats.stream()
            .flatMap(
                format ->
                    renderings.lacking(format.kind(), MOST_IN_A_RUN, now).stream()
                        .map(report -> new Wanted(report, format)))
            .toList();
    long made = 0;
    for (int i = 0; i < wanted.size(); i++) {
      context.cancellation().throwIfCancelled();
      context.progress().at(i, wanted.size());
      made += tryMake(wanted.get(i), context) ? 1 : 0;
    }
    return new JobResult(wanted.size(), made, wanted.size() - made, "");
  }

  private record Wanted(Report report, CardFormat format) {}

  private boolean tryMake(Wanted wanted, JobContext context) {
    try {
      make(wanted, context);
      return true;
    } catch (RunEnded e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      var kind = wanted.format().kind();
      Mishap.note(renderings, wanted.report(), kind, e, context.clock().instant());
      return false;
    }
  }

  private void make(Wanted wanted, JobContext context) throws IOException {
    var report = wanted.report();
    var format = wanted.format();
    var place = folder.place(report, format.kind(), "jpg");
    var bytes = renderer.write(Brief.of(report), brand, format, folder.file(place));
    renderings.add(
        new Made(
            report,
            format.kind(),
            place,
            "image/jpeg",
            bytes,
            format.width(),
            format.height(),
            null),
        context.clock().instant());
  }
}
