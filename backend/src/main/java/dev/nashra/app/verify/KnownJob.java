package dev.nashra.app.verify;

import dev.nashra.app.health.HealthCheckJob;
import dev.nashra.config.BroadcastMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A job that the newsroom must have.
 *
 * @param needs the checks of the doctor that look at what it works with
 * @param after the jobs whose work it works on, in order
 */
record KnownJob(String name, Set<String> needs, List<String> after) {
  private static final String DATABASE = "Database";
  private static final Set<String> PICTURES = Set.of(DATABASE, "Disk", "Fonts", "Logo");
  private static final Set<String> SOUND = Set.of(DATABASE, "Disk", "ffmpeg", "Voice");
  private static final Set<String> FILM =
      Set.of(DATABASE, "Disk", "ffmpeg", "Voice", "Fonts", "Logo");

  private static final List<String> REPORTED =
      List.of("scrape_news", "cluster_news", "generate_reports");

  /** All of them, in the order of the pipeline, then those beside it. */
  static List<KnownJob> all(BroadcastMode mode) {
    var jobs = new ArrayList<KnownJob>();
    jobs.add(new KnownJob("scrape_news", Set.of(DATABASE), List.of()));
    jobs.add(new KnownJob("cluster_news", Set.of(DATABASE), List.of("scrape_news")));
    jobs.add(new KnownJob("generate_reports", Set.of(DATABASE, "AI"), REPORTED.subList(0, 2)));
    jobs.add(new KnownJob("generate_social_media_content", Set.of(DATABASE), REPORTED));
    jobs.add(new KnownJob("generate_images", PICTURES, REPORTED));
    jobs.add(new KnownJob("generate_audio", SOUND, REPORTED));
    jobs.add(
        new KnownJob(
            "generate_social_media_images",
            PICTURES,
            afterReports("generate_social_media_content")));
    jobs.add(new KnownJob("generate_reels", FILM, afterReports("generate_images")));
    jobs.add(
        new KnownJob(
            "publish_to_social_media",
            Set.of(DATABASE, "Disk", "Telegram"),
            afterReports("generate_social_media_content", "generate_images")));
    switch (mode) {
      case UNIFIED -> jobs.add(broadcast("generate_all_broadcasts"));
      case SEPARATE -> {
        jobs.add(broadcast("generate_bulletin_job"));
        jobs.add(broadcast("generate_digest_job"));
      }
    }
    jobs.add(new KnownJob("database_cleanup", Set.of(DATABASE, "Disk"), List.of()));
    jobs.add(new KnownJob(HealthCheckJob.NAME, Set.of(DATABASE), List.of()));
    return jobs;
  }

  private static KnownJob broadcast(String name) {
    return new KnownJob(name, SOUND, afterReports("generate_images"));
  }

  private static List<String> afterReports(String... others) {
    var after = new ArrayList<>(REPORTED);
    after.addAll(List.of(others));
    return List.copyOf(after);
  }

  static Optional<KnownJob> named(BroadcastMode mode, String name) {
    return all(mode).stream().filter(job -> job.name().equals(name)).findFirst();
  }
}
