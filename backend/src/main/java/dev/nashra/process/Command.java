package dev.nashra.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to run as a child process: by list of arguments, never through a shell.
 *
 * <p>The child does not inherit our environment, which holds secrets, but only the search path, the
 * home and temporary folders, language and time zone, and what {@link #with} adds.
 *
 * @param directory the working directory; ours when null
 * @param environment variables that the child gets beside the harmless ones it inherits
 */
public record Command(
    List<String> arguments,
    @Nullable Path directory,
    Map<String, String> environment,
    Standing standing,
    Capture capture) {
  public Command {
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  public static Command of(List<String> arguments) {
    return new Command(arguments, null, Map.of(), Standing.ORDINARY, Capture.ORDINARY);
  }

  public static Command of(String... arguments) {
    return of(List.of(arguments));
  }

  public Command in(Path workingDirectory) {
    return new Command(arguments, workingDirectory, environment, standing, capture);
  }

  public Command with(String variable, String value) {
    var more = new HashMap<>(environment);
    more.put(variable, value);
    return new Command(arguments, directory, more, standing, capture);
  }

  public Command and(String... moreArguments) {
    var more = new ArrayList<>(arguments);
    more.addAll(List.of(moreArguments));
    return new Command(more, directory, environment, standing, capture);
  }

  /** Lets everything else go first: for work that may take its time. */
  public Command nice() {
    return standing(standing.withNiceness(10));
  }

  /** Runs under this user instead of ours. Only root can, and only where setpriv exists. */
  public Command as(User user) {
    return standing(standing.withUser(user));
  }

  /** The signal that the child gets when this process dies; SIGKILL unless set. */
  public Command onOurDeath(Signal signal) {
    return standing(standing.withDeathSignal(signal));
  }

  /** Keeps the first so many bytes of standard output and the last so many of standard error. */
  public Command keeping(int outputBytes, int errorBytes) {
    return capture(new Capture(outputBytes, errorBytes, null));
  }

  /** Appends standard output and standard error to a file; nothing of them is kept in memory. */
  public Command loggingTo(Path file) {
    return capture(new Capture(0, 0, file));
  }

  /** Starts the child for as long as it likes; its standard input stays open. */
  public ChildProcess start() {
    return ChildProcess.start(this);
  }

  /** Runs the child to its end with nothing on its standard input. */
  public Outcome run(Duration timeout) throws InterruptedException {
    return run(timeout, _ -> {});
  }

  /**
   * Runs the child to its end, while another thread writes its standard input.
   *
   * @throws InterruptedException when the calling thread was interrupted; the child is dead then
   * @throws java.util.concurrent.CancellationException when the cancellation around this call was
   *     cancelled; the child is dead then
   */
  public Outcome run(Duration timeout, Input input) throws InterruptedException {
    try (var child = start()) {
      child.feed(input);
      return child.await(timeout);
    } catch (NotStartedException e) {
      return new Outcome.NotStarted(String.valueOf(e.getMessage()));
    }
  }

  /** The program's own name, for messages. */
  public String name() {
    var program = Path.of(arguments.getFirst()).getFileName();
    return program == null ? arguments.getFirst() : program.toString();
  }

  private Command standing(Standing other) {
    return new Command(arguments, directory, environment, other, capture);
  }

  private Command capture(Capture other) {
    return new Command(arguments, directory, environment, standing, other);
  }

  /** Signals by their names. */
  public enum Signal {
    KILL,
    TERM,
    INT,
    QUIT
  }

  /**
   * A user and group by their numbers.
   *
   * @param entersAnyFolder whether it may pass through folders that are closed to it, such as
   *     root's home, by the capability {@code CAP_DAC_READ_SEARCH}
   */
  public record User(int uid, int gid, boolean entersAnyFolder) {}

  /** How the child stands to this process and to the machine. */
  public record Standing(Signal deathSignal, int niceness, @Nullable User user) {
    static final Standing ORDINARY = new Standing(Signal.KILL, 0, null);

    Standing withDeathSignal(Signal signal) {
      return new Standing(signal, niceness, user);
    }

    Standing withNiceness(int other) {
      return new Standing(deathSignal, other, user);
    }

    Standing withUser(User other) {
      return new Standing(deathSignal, niceness, other);
    }
  }

  /** What is kept of the child's output. */
  public record Capture(int outputBytes, int errorBytes, @Nullable Path log) {
    static final Capture ORDINARY = new Capture(1 << 20, 16 << 10, null);
  }
}
