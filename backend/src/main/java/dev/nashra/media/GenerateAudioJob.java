package dev.nashra.media;

import static java.util.function.Predicate.not;

import dev.nashra.media.Renderings.Made;
import dev.nashra.media.audio.StoryReader;
import dev.nashra.report.Report;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Reads each story's latest report aloud that has no audio yet. */
public final class GenerateAudioJob implements Job {
  private static final int MOST_IN_A_RUN = 200;
  private static final int BATCH = 40;

  /** Stories read at once: voice and encoder each use one core. */
  private static final int READERS = 2;

  private final Renderings renderings;
  private final Studio studio;
  private final Brand brand;
  private final MediaFolder folder;

  public GenerateAudioJob(Renderings renderings, Studio studio, Brand brand, MediaFolder folder) {
    this.renderings = renderings;
    this.studio = studio;
    this.brand = brand;
    this.folder = folder;
  }

  @Override
  public String name() {
    return "generate_audio";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.AUDIO;
  }

  @Override
  public JobResult run(JobContext context) throws InterruptedException {
    var wanted = renderings.lacking(RenderingKind.AUDIO, MOST_IN_A_RUN, context.clock().instant());
    if (wanted.isEmpty()) {
      return JobResult.of(0, 0);
    }
    var speaker = studio.speaker();
    if (speaker.isEmpty()) {
      return JobResult.of(wanted.size(), 0).withNote("no voice: install espeak-ng");
    }
    var reader = new StoryReader(speaker.get(), studio.ffmpeg());
    var readable = wanted.stream().filter(report -> reader.reads(report.language())).toList();
    var foreign =
        wanted.stream()
            .map(Report::language)
            .filter(not(reader::reads))
            .distinct()
            .collect(Collectors.joining(", "));
    var result = new JobResult(0, 0, 0, "");
    for (int from = 0; from < readable.size(); from += BATCH) {
      var batch = readable.subList(from, Math.min(from + BATCH, readable.size()));
      result = result.plus(make(reader, batch, context));
    }
    return foreign.isEmpty() ? result : result.withNote("no voice for " + foreign);
  }

  private JobResult make(StoryReader reader, List<Report> batch, JobContext context)
      throws InterruptedException {
    reader.prepare(batch.stream().map(Brief::of).toList());
    return new SideBySide(renderings, RenderingKind.AUDIO)
        .make(READERS, batch, context, (report, _) -> make(reader, report, context));
  }

  private void make(StoryReader reader, Report report, JobContext context)
      throws IOException, InterruptedException {
    var place = folder.place(report, RenderingKind.AUDIO, "mp3");
    var file = folder.file(place);
    Files.createDirectories(file.getParent());
    var audio = reader.read(Brief.of(report), brand.name(), file);
    renderings.add(
        new Made(
            report,
            RenderingKind.AUDIO,
            place,
            "audio/mpeg",
            audio.bytes(),
            0,
            0,
            audio.duration()),
        context.clock().instant());
  }
}
