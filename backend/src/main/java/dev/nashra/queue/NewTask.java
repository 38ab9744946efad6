package dev.nashra.queue;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Work to be queued.
 *
 * @param kind which handler does it
 * @param payload JSON for the handler
 * @param queue where it waits
 * @param start when it may begin, and before which others
 * @param uniqueKey while a task of this kind with this key is live, another one is the same task;
 *     null: every one is its own
 * @param owner whose tasks are done in order, one at a time and under the owner's rate limits, such
 *     as {@code bot:7/chat:9}; null: it stands alone
 * @param bounds what it may take
 */
public record NewTask(
    String kind,
    String payload,
    String queue,
    Start start,
    @Nullable String uniqueKey,
    @Nullable String owner,
    Bounds bounds) {
  public static final String DEFAULT_QUEUE = "default";

  /** A larger payload is refused: put it into a file or a table, and its name into the payload. */
  public static final int MOST_PAYLOAD_CHARACTERS = 4 << 20;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  public NewTask {
    require(!kind.isBlank(), "a task needs a kind");
    require(!queue.isBlank(), "a task needs a queue");
    require(payload.length() <= MOST_PAYLOAD_CHARACTERS, "the payload is too large");
    // PostgreSQL has no text with this character; JSON writes it as an escape.
    require(payload.indexOf('\0') < 0, "the payload is not JSON");
  }

  /**
   * A task on the default queue, due at once.
   *
   * @param payload a record, list or map
   */
  public static NewTask of(String kind, Object payload) {
    return ofJson(kind, MAPPER.writeValueAsString(payload));
  }

  /** A task whose payload is written already. */
  public static NewTask ofJson(String kind, String payload) {
    return new NewTask(kind, payload, DEFAULT_QUEUE, Start.AT_ONCE, null, null, Bounds.OF_QUEUE);
  }

  public NewTask on(String otherQueue) {
    return new NewTask(kind, payload, otherQueue, start, uniqueKey, owner, bounds);
  }

  /** Each step is a head start of one minute: an older task is still done before it, in time. */
  public NewTask priority(int priority) {
    return starting(new Start(priority, start.delay(), start.at()));
  }

  public NewTask after(Duration delay) {
    return starting(new Start(start.priority(), delay, null));
  }

  public NewTask at(Instant time) {
    return starting(new Start(start.priority(), Duration.ZERO, time));
  }

  public NewTask unique(String key) {
    return new NewTask(kind, payload, queue, start, key, owner, bounds);
  }

  public NewTask ownedBy(String key) {
    return new NewTask(kind, payload, queue, start, uniqueKey, key, bounds);
  }

  public NewTask attempts(int most) {
    return within(new Bounds(most, bounds.timeout()));
  }

  public NewTask timeout(Duration timeout) {
    return within(new Bounds(bounds.attempts(), timeout));
  }

  private NewTask starting(Start other) {
    return new NewTask(kind, payload, queue, other, uniqueKey, owner, bounds);
  }

  private NewTask within(Bounds other) {
    return new NewTask(kind, payload, queue, start, uniqueKey, owner, other);
  }

  private static void require(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException(problem);
    }
  }

  /**
   * When a task may begin.
   *
   * @param priority minutes of head start over others; negative: it lets them go first
   * @param delay from the moment of queueing, by the database's clock
   * @param at not before this time; null: only the delay counts
   */
  public record Start(int priority, Duration delay, @Nullable Instant at) {
    static final Start AT_ONCE = new Start(0, Duration.ZERO, null);

    public Start {
      require(Math.abs(priority) <= 10_000, "a priority is from -10000 to 10000");
      require(!delay.isNegative(), "a delay is not negative");
    }
  }

  /**
   * What a task may take.
   *
   * @param attempts failed ones before it is a dead letter; null: as its queue says
   * @param timeout of one attempt; null: as its queue says
   */
  public record Bounds(@Nullable Integer attempts, @Nullable Duration timeout) {
    static final Bounds OF_QUEUE = new Bounds(null, null);

    public Bounds {
      require(attempts == null || (attempts > 0 && attempts <= 1000), "attempts: 1 to 1000");
      require(timeout == null || timeout.isPositive(), "a timeout is positive");
    }
  }
}
