package dev.nashra.app.doctor;

import dev.nashra.app.Folders;
import dev.nashra.config.Settings;
import dev.nashra.config.Settings.Examined;
import dev.nashra.source.Sources;
import dev.nashra.time.Cancellation;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes every check, one after the other: each within its time, and none keeps the next from being
 * made.
 *
 * <p>Nothing of the newsroom changes. On a new machine, what is bundled is unpacked into the data
 * folder, and the embedded database is set up there, as the first cycle would do it.
 */
public final class Doctor {
  /** The first start of the embedded database unpacks it and sets it up. */
  private static final Duration DATABASE_LIMIT = Duration.ofSeconds(90);

  /** So do ffmpeg and the voice. */
  private static final Duration UNPACKING_LIMIT = Duration.ofSeconds(60);

  private final List<Check> checks;

  public Doctor(Examined examined) {
    this(checks(examined));
  }

  /** Only some of the checks, by the names of what they look at. */
  public Doctor(Examined examined, Set<String> only) {
    this(checks(examined).stream().filter(check -> only.contains(check.name())).toList());
  }

  Doctor(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /** Only what can go bad while the newsroom runs and takes no time to look at. */
  public static Doctor ofRunning(Settings settings, Sources sources) {
    return new Doctor(
        List.of(
            Check.of("Memory", Machine::memory),
            Check.of("Disk", () -> Machine.disk(Folders.of(settings).data())),
            Check.of("Sources", () -> DatabaseCheck.sources(sources.all())),
            Check.of("Logo", () -> Tools.logo(settings))));
  }

  private static List<Check> checks(Examined examined) {
    var settings = examined.settings();
    var folders = Folders.of(settings);
    return List.of(
        Check.of("Java", Machine::java),
        Check.of("Memory", Machine::memory),
        Check.of("Disk", () -> Machine.disk(folders.data())),
        Check.of("Settings", () -> SettingsCheck.look(examined)),
        new Check("Database", DATABASE_LIMIT, new DatabaseCheck(settings, folders)),
        Check.within(UNPACKING_LIMIT, "ffmpeg", () -> Tools.ffmpeg(settings, folders.cache())),
        Check.within(UNPACKING_LIMIT, "Voice", () -> Tools.voice(settings, folders.cache())),
        Check.within(UNPACKING_LIMIT, "yt-dlp", () -> Tools.ytDlp(settings)),
        Check.of("Fonts", () -> Tools.fonts(settings)),
        Check.of("Logo", () -> Tools.logo(settings)),
        Check.of("AI", () -> Services.ai(settings)),
        Check.of("Telegram", () -> Services.telegram(settings)));
  }

  /** Makes the checks and tells each finding as soon as it is made. */
  public void examine(Consumer<Finding> listener) throws InterruptedException {
    for (var check : checks) {
      look(check).forEach(listener);
    }
  }

  private static List<Finding> look(Check check) throws InterruptedException {
    var cancellation = new Cancellation();
    var task = new FutureTask<>(() -> cancellation.call(check.look()));
    // A thread that ignores being stopped keeps neither the next check nor the end from coming.
    Thread.ofPlatform().daemon().name("check " + check.name()).start(task);
    try {
      return task.get(check.limit().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      cancellation.cancel("the check took too long");
      return List.of(
          Finding.problem(
              check.name(),
              "no answer within %d s".formatted(check.limit().toSeconds()),
              "Try again; if it stays, look at what else this machine is doing."));
    } catch (ExecutionException e) {
      return List.of(Finding.problem(check.name(), said(e.getCause()), "See the message."));
    }
  }

  private static String said(@Nullable Throwable error) {
    if (error == null) {
      return "failed for an unknown reason";
    }
    var message = error.getMessage();
    var kind = error.getClass().getSimpleName();
    return message == null || message.isBlank() ? kind : kind + ": " + message;
  }
}
