package dev.nashra.story;

import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Gives every new article its story: one that is known already, or a new one.
 *
 * <p>Each run rebuilds what it has to remember from the database, so nothing is lost between runs
 * and it does not matter which worker runs it.
 */
public final class ClusterNewsJob implements Job {
  /** About a week of a busy newsroom; with full texts it takes some 60 MB. */
  private static final int DOCUMENTS_REMEMBERED = 5_000;

  private static final int TERMS_REMEMBERED = 800_000;

  /** Articles that are decided about together. */
  private static final int BATCH = 100;

  /** After so long without news a story's rank moves no more. */
  private static final Duration RANKED_FOR = Duration.ofDays(7);

  private final Stories stories;

  public ClusterNewsJob(Stories stories) {
    this.stories = stories;
  }

  @Override
  public String name() {
    return "cluster_news";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.CLUSTERING;
  }

  @Override
  public JobResult run(JobContext context) {
    var now = context.clock().instant();
    int reworded = stories.noteRewordings(now);
    var placed = place(context);
    rank(now);
    return JobResult.of(placed.articles + reworded, placed.articles + reworded)
        .withNote(placed.note(reworded));
  }

  private Placed place(JobContext context) {
    var placed = new Placed();
    var newcomers = stories.newcomers(BATCH);
    if (newcomers.isEmpty()) {
      return placed;
    }
    var window = new Window();
    while (!newcomers.isEmpty()) {
      window.place(newcomers, context, placed);
      newcomers = stories.newcomers(BATCH);
    }
    return placed;
  }

  private void rank(Instant now) {
    var facts = stories.facts(now.minus(RANKED_FOR));
    stories.rank(
        facts.stream().collect(Collectors.toMap(StoryFacts::id, it -> StoryRank.of(it, now))));
  }

  /** The clustering with the latest articles in it, and the stories that its keys stand for. */
  private final class Window {
    private final StoryClusterer clusterer =
        new StoryClusterer(DOCUMENTS_REMEMBERED, TERMS_REMEMBERED);
    private final Map<String, Long> storyIds = new HashMap<>();

    Window() {
      stories.recent(
          DOCUMENTS_REMEMBERED,
          (document, storyId) -> {
            var key = "story " + storyId;
            storyIds.put(key, storyId);
            clusterer.remember(document, key);
          });
    }

    void place(List<Newcomer> newcomers, JobContext context, Placed placed) {
      var matches = clusterer.assignAll(newcomers.stream().map(Newcomer::document).toList());
      var now = context.clock().instant();
      // A later article may have started the story that an earlier one joins.
      for (boolean starting : List.of(true, false)) {
        for (int i = 0; i < matches.size(); i++) {
          if (matches.get(i).isNew() == starting) {
            context.cancellation().throwIfCancelled();
            place(newcomers.get(i), matches.get(i), now);
            placed.count(starting);
            context.progress().at(placed.articles, 0);
          }
        }
      }
    }

    private void place(Newcomer newcomer, StoryMatch match, Instant now) {
      if (match.isNew()) {
        storyIds.put(match.storyKey(), stories.start(newcomer, match, now));
      } else {
        stories.join(known(match.storyKey()), newcomer, match, now);
      }
    }

    private long known(String storyKey) {
      return Objects.requireNonNull(storyIds.get(storyKey), storyKey);
    }
  }

  /** What a run did. */
  private static final class Placed {
    private int articles;
    private int started;

    void count(boolean isNew) {
      articles++;
      started += isNew ? 1 : 0;
    }

    String note(int reworded) {
      if (articles == 0) {
        return "";
      }
      var note = "%d new stories, %d articles joined one".formatted(started, articles - started);
      return reworded == 0 ? note : note + ", %d reworded".formatted(reworded);
    }
  }
}
