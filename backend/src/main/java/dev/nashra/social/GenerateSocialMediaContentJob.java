package dev.nashra.social;

import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.util.EnumSet;
import java.util.Set;

/** Writes the posts that are missing: one for each reported story and network. */
public final class GenerateSocialMediaContentJob implements Job {
  private static final int MOST_STORIES_PER_RUN = 1000;

  private final Posts posts;
  private final Set<Network> networks;
  private final PostWriter writer = new PostWriter();

  /** Posts are written for these networks. */
  public GenerateSocialMediaContentJob(Posts posts, Set<Network> networks) {
    this.posts = posts;
    this.networks = Set.copyOf(networks);
  }

  @Override
  public String name() {
    return "generate_social_media_content";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.SOCIAL_MEDIA;
  }

  @Override
  public JobResult run(JobContext context) {
    var unposted = posts.unposted(networks, MOST_STORIES_PER_RUN);
    long written = 0;
    long done = 0;
    for (var lacking : unposted) {
      context.cancellation().throwIfCancelled();
      written += write(lacking);
      context.progress().at(++done, unposted.size());
    }
    return JobResult.of(unposted.size(), written);
  }

  private long write(Posts.Unposted unposted) {
    long written = 0;
    for (var network : EnumSet.copyOf(unposted.lacking())) {
      var draft = writer.write(unposted.report(), unposted.link(), network);
      written += posts.add(unposted.report(), draft) ? 1 : 0;
    }
    return written;
  }
}
