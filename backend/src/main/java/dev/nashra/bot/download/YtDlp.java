package dev.nashra.bot.download;

import dev.nashra.http.AddressGuard;
import dev.nashra.process.ChildProcess;
import dev.nashra.process.Command;
import dev.nashra.process.NotStartedException;
import dev.nashra.process.Outcome;
import dev.nashra.time.Waiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets media by yt-dlp (https://github.com/yt-dlp/yt-dlp), which knows how sites hide it.
 *
 * <p>It runs as a child with a list of arguments, in a folder that is watched: its own limit of
 * size knows only what a server says before it sends. Its generic extractor is off, because that
 * one follows any redirect, also into this machine's own network; for plain media and pages there
 * is {@link WebMedia}.
 */
final class YtDlp implements MediaSource {
  private static final Logger LOG = LoggerFactory.getLogger(YtDlp.class);

  /** The picture's height: the best first; a smaller one when its file is too large. */
  private static final List<Integer> HEIGHTS = List.of(1080, 480);

  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final int OUTPUT_BYTES = 64 << 10;
  private static final int ERROR_BYTES = 32 << 10;

  private final Path program;
  private final Inspector inspector;
  private final AddressGuard guard;

  YtDlp(Path program, Inspector inspector, AddressGuard guard) {
    this.program = program;
    this.inspector = inspector;
    this.guard = guard;
  }

  @Override
  public Found find(Wanted wanted) throws IOException, InterruptedException {
    var refusal = guard.refusalOf(wanted.url());
    if (refusal != null) {
      return new Found.Nothing(Failure.NOT_PUBLIC, refusal);
    }
    Found found = new Found.Nothing(Failure.UNSUPPORTED, "nothing was tried");
    for (int height : HEIGHTS) {
      found = find(wanted, height);
      if (!(found instanceof Found.Nothing nothing && nothing.failure() == Failure.TOO_LARGE)) {
        return found;
      }
      DownloadFolders.empty(wanted.folder());
    }
    return found;
  }

  private Found find(Wanted wanted, int height) throws IOException, InterruptedException {
    try (var child = command(wanted, height).start()) {
      child.stdin().close();
      var isTooLarge = watch(child, wanted);
      if (isTooLarge) {
        return new Found.Nothing(
            Failure.TOO_LARGE, "stopped at more than %,d bytes".formatted(limits().bytes()));
      }
      return result(child.await(Duration.ZERO), wanted);
    } catch (NotStartedException e) {
      return unusable(String.valueOf(e.getMessage()));
    }
  }

  /** Its own fault, or that of our options: the other sources may know what to do. */
  private static Found unusable(String why) {
    LOG.warn("yt-dlp is of no use on this machine: {}", why);
    return new Found.Nothing(Failure.UNSUPPORTED, why);
  }

  /** Until the child ends or the time is over; gives whether it was stopped for its size. */
  private boolean watch(ChildProcess child, Wanted wanted)
      throws IOException, InterruptedException {
    while (child.isAlive() && !wanted.deadline().isPast()) {
      var sizes = DownloadFolders.sizes(wanted.folder());
      // Sound and pictures come apart and are put together: the whole for a moment twice.
      if (sizes.largest() > limits().bytes() || sizes.sum() > 2 * limits().bytes()) {
        return true;
      }
      wanted.progress().at(new Download.Progress(sizes.sum(), 0));
      Waiter.until(() -> !child.isAlive(), LOOK_EVERY, Duration.ofMillis(20));
    }
    return false;
  }

  private Command command(Wanted wanted, int height) {
    var arguments = new ArrayList<String>();
    arguments.add(program.toString());
    arguments.addAll(List.of("--ignore-config", "--no-playlist", "-I", "1"));
    arguments.addAll(List.of("--use-extractors", "default,-generic"));
    arguments.addAll(List.of("--max-filesize", Long.toString(limits().bytes())));
    arguments.add("--match-filters");
    arguments.add("!is_live & duration<=?%d".formatted(limits().duration().toSeconds()));
    arguments.addAll(List.of("--socket-timeout", "15", "--retries", "3"));
    arguments.addAll(List.of("--fragment-retries", "3", "--no-cache-dir", "--no-progress"));
    arguments.addAll(List.of("--restrict-filenames", "--trim-filenames", "80", "--no-mtime"));
    arguments.addAll(List.of("-S", "res:%d,vcodec:h264,acodec:aac".formatted(height)));
    arguments.addAll(List.of("--merge-output-format", "mp4"));
    arguments.addAll(List.of("-P", wanted.folder().toString(), "-o", "%(id)s.%(ext)s"));
    // Before any filter: it says why there is no file when there is none.
    arguments.addAll(List.of("--print", "pre_process:%(.{title,duration,is_live})j"));
    arguments.addAll(List.of("--print", "after_move:filepath", "--no-simulate"));
    arguments.addAll(List.of("--", wanted.url()));
    return Command.of(arguments)
        .in(wanted.folder())
        .with("NO_COLOR", "1") // the option of this name is younger than some installed versions
        .nice()
        .keeping(OUTPUT_BYTES, ERROR_BYTES);
  }

  private Found result(Outcome outcome, Wanted wanted) throws IOException {
    return switch (outcome) {
      case Outcome.TimedOut _ ->
          new Found.Nothing(
              Failure.TOO_SLOW,
              "not ready after %d s".formatted(wanted.deadline().whole().toSeconds()));
      case Outcome.NotStarted(String why) -> unusable(why);
      case Outcome.Exited exited -> exited(exited, wanted);
    };
  }

  private Found exited(Outcome.Exited exited, Wanted wanted) throws IOException {
    var said = YtDlpOutput.of(exited.text());
    return switch (exited.code()) {
      // 101: it has stopped by itself, after what it was allowed to get.
      case 0, 101 -> said.file().isEmpty() ? noFile(said) : file(said, wanted);
      case 1 -> YtDlpErrors.read(exited.errors());
      // 126, 127: what starts it could not.
      case 2, 100, 126, 127 -> unusable(exited.summary());
      default -> new Found.Nothing(Failure.UNCLEAR, exited.summary());
    };
  }

  /** It counts as success when a filter or the limit of size has kept it from getting anything. */
  private Found noFile(YtDlpOutput said) {
    if (said.isLive()) {
      return new Found.Nothing(Failure.LIVE, "it is live");
    }
    return said.seconds() > limits().duration().toSeconds()
        ? new Found.Nothing(Failure.TOO_LONG, "it plays %.0f s".formatted(said.seconds()))
        : new Found.Nothing(Failure.TOO_LARGE, "more than %,d bytes".formatted(limits().bytes()));
  }

  private Found file(YtDlpOutput said, Wanted wanted) throws IOException {
    var file = inFolder(said.file(), wanted.folder());
    return file.isPresent()
        ? inspector.accept(file.get(), said.title())
        : new Found.Nothing(Failure.BROKEN, "it names a file that is not in its folder");
  }

  private static Optional<Path> inFolder(String name, Path folder) {
    try {
      var file = folder.resolve(name).toRealPath();
      return file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Limits limits() {
    return inspector.limits();
  }
}
