package dev.nashra.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of media downloads for the bot's readers; a part of the {@link Catalog}. */
public final class DownloadSettings {
  private static final List<Setting<?>> ALL = new ArrayList<>();

  public static final Setting<Integer> PER_DAY =
      add(
          "DOWNLOADS_PER_DAY",
          "Links that one reader may have downloaded in a day of TIME_ZONE; 0: none.",
          "20",
          SettingType.number(0, 100_000));
  public static final Setting<Duration> LONGEST =
      add(
          "DOWNLOAD_LONGEST_SECONDS",
          "Seconds that a video or sound may play; longer ones are not downloaded.",
          "600",
          SettingType.seconds(1, 86_400));
  public static final Setting<Optional<Path>> YT_DLP_PATH =
      add(
          "YT_DLP_PATH",
          "The yt-dlp program; empty: the one on the PATH, else only plain files and pages.",
          "",
          SettingType.OPTIONAL_PATH);
  public static final Setting<Integer> RETENTION =
      add(
          "RETENTION_DOWNLOADS_DAYS",
          "Days for which downloads and the names of sent files are remembered. 0: for ever.",
          "30",
          SettingType.number(0, 3650));

  private DownloadSettings() {}

  static List<Setting<?>> all() {
    return List.copyOf(ALL);
  }

  private static <T> Setting<T> add(
      String variable, String meaning, String defaultText, SettingType<T> type) {
    var setting = new Setting<>(variable, "Downloads", meaning, defaultText, type, false);
    ALL.add(setting);
    return setting;
  }
}
