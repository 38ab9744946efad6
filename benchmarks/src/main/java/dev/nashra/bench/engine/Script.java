package dev.nashra.bench.engine;

import dev.nashra.time.Deadline;
import dev.nashra.time.Waiter;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.Stage;
import dev.nashra.worker.TimeoutType;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** How long each job takes in a scenario, at full scale, and what of it is real. */
enum Script {
  QUICK("a  everything quick", 1, false, false),
  IMAGES_HANG("b  images hang", 1, true, false),
  ALL_SLOW("c  every stage slow", 4, false, false),
  A_SOURCE_HANGS("d  one of ten sources hangs", 1, false, true);

  private static final Duration MOMENT = Duration.ofMillis(100);

  private static final Map<String, Integer> SECONDS =
      Map.of(
          "scrape_news", 30,
          "cluster_news", 5,
          "generate_reports", 20,
          "generate_social_media_content", 10,
          "generate_images", 50,
          "generate_audio", 40,
          "generate_social_media_images", 20,
          "generate_reels", 60,
          "publish_to_social_media", 5,
          "generate_all_broadcasts", 10);

  /** These only take their time; the others do their work in it. */
  private static final Set<String> ACTED =
      Set.of(
          "generate_audio",
          "generate_social_media_images",
          "generate_reels",
          "generate_all_broadcasts");

  final String title;
  final boolean hasHangingSource;
  private final int factor;
  private final boolean imagesHang;

  Script(String title, int factor, boolean imagesHang, boolean hasHangingSource) {
    this.title = title;
    this.factor = factor;
    this.imagesHang = imagesHang;
    this.hasHangingSource = hasHangingSource;
  }

  /** The pipeline with this script in it. */
  List<Stage> stages(List<Stage> real, int scale) {
    return real.stream()
        .map(
            stage ->
                new Stage(
                    stage.name(),
                    stage.inOrder(),
                    stage.slots(),
                    stage.jobs().stream().<Job>map(job -> new Scripted(job, scale)).toList()))
        .toList();
  }

  /** The longest chain of dependent work in a whole cycle, without what never ends. */
  Duration cycleFloor() {
    return sum("scrape_news", "cluster_news", "generate_reports", "generate_social_media_content")
        .plus(longest("generate_images", "generate_audio"))
        .plus(longest("generate_social_media_images", "generate_reels", "publish_to_social_media"))
        .plus(sum("generate_all_broadcasts"));
  }

  /** The work that must be done before a post can go out. */
  Duration postFloor() {
    return sum("scrape_news", "cluster_news", "generate_reports", "generate_social_media_content")
        .plus(sum("generate_images"));
  }

  private Duration sum(String... jobs) {
    return Stream.of(jobs).map(this::time).reduce(Duration.ZERO, Duration::plus);
  }

  private Duration longest(String... jobs) {
    return Stream.of(jobs).map(this::time).max(Comparator.naturalOrder()).orElseThrow();
  }

  private Duration time(String job) {
    return hangs(job) ? Duration.ZERO : Duration.ofSeconds((long) factor * SECONDS.get(job));
  }

  private boolean hangs(String job) {
    return imagesHang && job.equals("generate_images");
  }

  /** A job that takes the time of the script, its work included. */
  private final class Scripted implements Job {
    private final Job job;
    private final int scale;

    Scripted(Job job, int scale) {
      this.job = job;
      this.scale = scale;
    }

    @Override
    public String name() {
      return job.name();
    }

    @Override
    public TimeoutType timeoutType() {
      return job.timeoutType();
    }

    @Override
    public JobResult run(JobContext context) throws Exception {
      if (hangs(name())) {
        new CountDownLatch(1).await();
      }
      var deadline = Deadline.in(time(name()).dividedBy(scale));
      var result = ACTED.contains(name()) ? JobResult.of(0, 0) : job.run(context);
      while (!deadline.isPast()) {
        context.progress().at(0, 0);
        Waiter.pause(deadline.left().compareTo(MOMENT) < 0 ? deadline.left() : MOMENT);
      }
      return result;
    }
  }
}
