package dev.nashra.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The settings of the task queues; a part of the {@link Catalog}. */
public final class QueueSettings {
  private static final List<Setting<?>> ALL = new ArrayList<>();
  private static final int DAY = 86_400;

  public static final QueueSetting DOWNLOADS = queue("DOWNLOADS", "2", "60", "2", "5,15");
  public static final QueueSetting TELEGRAM = queue("TELEGRAM", "4", "10", "3", "2,10");
  public static final QueueSetting UPDATES = queue("UPDATES", "4", "30", "3", "1,5");
  public static final QueueSetting DEFAULT = queue("DEFAULT", "2", "300", "3", "5,30,120");

  public static final Setting<Duration> LEASE =
      add(
          "QUEUE_LEASE_SECONDS",
          "Seconds after which the tasks of a worker that died are given to others.",
          "30",
          SettingType.seconds(2, 3600));
  public static final Setting<Duration> POLL =
      add(
          "QUEUE_POLL_SECONDS",
          "Seconds between two looks at an idle queue, beside the database's notifications.",
          "1",
          SettingType.seconds(1, 3600));
  public static final Setting<Integer> KEEP_DONE_HOURS =
      add(
          "QUEUE_KEEP_DONE_HOURS",
          "Hours for which done and cancelled tasks are kept.",
          "72",
          SettingType.number(0, 24 * 365));
  public static final Setting<Integer> KEEP_DEAD_DAYS =
      add(
          "QUEUE_KEEP_DEAD_DAYS",
          "Days for which dead letters are kept.",
          "90",
          SettingType.number(1, 3650));
  public static final Setting<Duration> OLDEST_READY =
      add(
          "QUEUE_OLDEST_READY_SECONDS",
          "\"nashra queue health\" complains when a task could begin and has waited longer.",
          "300",
          SettingType.seconds(1, DAY));
  public static final Setting<Integer> MOST_DEAD =
      add(
          "QUEUE_MOST_DEAD",
          "\"nashra queue health\" complains when there are more dead letters.",
          "100",
          SettingType.number(0, 1_000_000));
  public static final Setting<Integer> MOST_READY =
      add(
          "QUEUE_MOST_READY",
          "\"nashra queue health\" complains when more tasks of one queue could begin and wait.",
          "10000",
          SettingType.number(1, 100_000_000));
  public static final Setting<Integer> LIMIT_PER_BOT =
      add(
          "TELEGRAM_LIMIT_PER_BOT",
          "Messages that a bot sends within any second.",
          "30",
          SettingType.number(1, 1000));
  public static final Setting<Integer> LIMIT_PER_CHAT =
      add(
          "TELEGRAM_LIMIT_PER_CHAT",
          "Messages that one chat gets within any second.",
          "1",
          SettingType.number(1, 100));
  public static final Setting<Integer> LIMIT_PER_CHANNEL =
      add(
          "TELEGRAM_LIMIT_PER_CHANNEL",
          "Messages that one channel or group gets within any minute.",
          "20",
          SettingType.number(1, 1000));

  private QueueSettings() {}

  static List<Setting<?>> all() {
    return List.copyOf(ALL);
  }

  /** The queues that are declared. */
  public static List<QueueSetting> queues() {
    return List.of(DOWNLOADS, TELEGRAM, UPDATES, DEFAULT);
  }

  private static QueueSetting queue(
      String name, String workers, String timeout, String attempts, String backoff) {
    var prefix = "QUEUE_" + name + "_";
    return new QueueSetting(
        name.toLowerCase(Locale.ROOT),
        add(
            prefix + "WORKERS",
            "Tasks of this queue that one process does at once.",
            workers,
            SettingType.number(1, 64)),
        add(
            prefix + "TIMEOUT",
            "Seconds after which an attempt at such a task is stopped.",
            timeout,
            SettingType.seconds(1, DAY)),
        add(
            prefix + "ATTEMPTS",
            "Attempts that may fail before such a task is a dead letter.",
            attempts,
            SettingType.number(1, 100)),
        add(
            prefix + "BACKOFF",
            "Seconds to wait after the first failure, the second and so on; up to a fifth is added.",
            backoff,
            SettingType.LIST_OF_SECONDS));
  }

  private static <T> Setting<T> add(
      String variable, String meaning, String defaultText, SettingType<T> type) {
    var setting = new Setting<>(variable, "Queues", meaning, defaultText, type, false);
    ALL.add(setting);
    return setting;
  }

  /** The settings of one queue. */
  public record QueueSetting(
      String name,
      Setting<Integer> workers,
      Setting<Duration> timeout,
      Setting<Integer> attempts,
      Setting<List<Duration>> backoff) {}
}
