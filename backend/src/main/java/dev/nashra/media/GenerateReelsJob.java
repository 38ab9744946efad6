package dev.nashra.media;

import dev.nashra.media.Renderings.Made;
import dev.nashra.media.reel.ReelMaker;
import dev.nashra.media.type.Faces;
import dev.nashra.report.Report;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;

/** Makes the reels of the most important stories that never had one, a few in each cycle. */
public final class GenerateReelsJob implements Job {
  private final Renderings renderings;
  private final Studio studio;
  private final Brand brand;
  private final MediaFolder folder;
  private final Look look;
  private final int reelsPerCycle;

  /** What reels are set in, and in which zone their dates are. */
  public record Look(Faces faces, ZoneId zone) {}

  public GenerateReelsJob(
      Renderings renderings,
      Studio studio,
      Brand brand,
      MediaFolder folder,
      Look look,
      int reelsPerCycle) {
    this.renderings = renderings;
    this.studio = studio;
    this.brand = brand;
    this.folder = folder;
    this.look = look;
    this.reelsPerCycle = reelsPerCycle;
  }

  @Override
  public String name() {
    return "generate_reels";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.VIDEO;
  }

  @Override
  public JobResult run(JobContext context) throws InterruptedException {
    var wanted = renderings.neverHad(RenderingKind.REEL, reelsPerCycle, context.clock().instant());
    if (wanted.isEmpty()) {
      return JobResult.of(0, 0);
    }
    var maker = new ReelMaker(studio.speaker(), studio.ffmpeg(), look.faces(), look.zone());
    return new SideBySide(renderings, RenderingKind.REEL)
        .make(1, wanted, context, (report, progress) -> make(maker, report, progress, context));
  }

  private void make(
      ReelMaker maker, Report report, SideBySide.Progress progress, JobContext context)
      throws IOException, InterruptedException {
    var place = folder.place(report, RenderingKind.REEL, "mp4");
    var file = folder.file(place);
    Files.createDirectories(file.getParent());
    var reel =
        maker.make(
            Brief.of(report), brand, file, (frames, total) -> progress.at(100 * frames / total));
    renderings.add(
        new Made(
            report,
            RenderingKind.REEL,
            place,
            "video/mp4",
            reel.bytes(),
            reel.width(),
            reel.height(),
            reel.duration()),
        context.clock().instant());
  }
}
