package dev.nashra.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts children, all on one thread that lives as long as this process. */
final class Launcher {
  private static final Set<String> INHERITED =
      Set.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH");
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("child-starter").factory());

  private Launcher() {}

  static Process start(Command command) throws IOException {
    return onStarter(builder(command));
  }

  /** Whether the kernel will end our children when we are killed. */
  static boolean childrenDieWithUs() {
    return Tools.PDEATHSIG;
  }

  private static ProcessBuilder builder(Command command) {
    var arguments = new ArrayList<>(prefix(command));
    arguments.addAll(command.arguments());
    var builder = new ProcessBuilder(arguments);
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(command.environment());
    var directory = command.directory();
    if (directory != null) {
      builder.directory(directory.toFile());
    }
    var log = command.capture().log();
    if (log != null) {
      builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    }
    return builder;
  }

  /** Small programs that each change one thing about themselves and then become the next one. */
  private static List<String> prefix(Command command) {
    var prefix = new ArrayList<String>();
    var standing = command.standing();
    var user = standing.user();
    if (Tools.PDEATHSIG || user != null) {
      prefix.add("setpriv");
      if (user != null) {
        prefix.addAll(List.of("--reuid=" + user.uid(), "--regid=" + user.gid(), "--clear-groups"));
        if (user.entersAnyFolder()) {
          prefix.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"));
          // Else access(2) asks without capabilities, and PostgreSQL does not find its programs.
          prefix.add("--securebits=+no_setuid_fixup");
        }
      }
      if (Tools.PDEATHSIG) {
        prefix.addAll(List.of("--pdeathsig", standing.deathSignal().name()));
      }
      prefix.add("--");
    }
    if (Tools.SETSID) {
      prefix.add("setsid");
    }
    if (Tools.NICE && standing.niceness() != 0) {
      prefix.addAll(List.of("nice", "-n", Integer.toString(standing.niceness())));
    }
    return prefix;
  }

  private static Process onStarter(ProcessBuilder builder) throws IOException {
    var started = STARTER.submit(builder::start);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return started.get();
        } catch (InterruptedException e) {
          // A child that is being started must not be lost; the caller sees the interrupt next.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What this machine has to put in front of a command. */
  private static final class Tools {
    /** BusyBox has a setpriv too, without this option. */
    static final boolean PDEATHSIG = works("setpriv", "--pdeathsig", "KILL", "--", "true");

    static final boolean SETSID = works("setsid", "true");
    static final boolean NICE = works("nice", "-n", "1", "true");

    private static boolean works(String... command) {
      if (SearchPath.find(command[0]).isEmpty()) {
        return false;
      }
      try {
        var probe = new ProcessBuilder(command).redirectErrorStream(true);
        probe.redirectInput(new File("/dev/null")).redirectOutput(Redirect.DISCARD);
        return probe.start().waitFor() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
