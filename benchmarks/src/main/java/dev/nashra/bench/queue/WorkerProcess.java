package dev.nashra.bench.queue;

import dev.nashra.bench.Bench;
import dev.nashra.config.DatabaseUrl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/** A worker process as the benchmark sees it. */
final class WorkerProcess implements AutoCloseable {
  private final Process process;
  private final PrintStream input;
  private final BufferedReader output;

  WorkerProcess(Entrant entrant, DatabaseUrl url, int workers) {
    try {
      process =
          new ProcessBuilder(
                  ProcessHandle.current().info().command().orElseThrow(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "--enable-native-access=ALL-UNNAMED",
                  "--sun-misc-unsafe-memory-access=allow",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Bench.class.getName(),
                  "queue-process",
                  entrant.name(),
                  url.jdbc(),
                  url.user(),
                  Integer.toString(workers))
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    output = process.inputReader(StandardCharsets.UTF_8);
    input.println(url.password());
    await("ready");
  }

  void start() {
    input.println("start");
  }

  void stop() {
    input.println("stop");
  }

  /** Waits until the process says this. */
  void await(String word) {
    try {
      for (var line = output.readLine(); !word.equals(line); line = output.readLine()) {
        if (line == null) {
          throw new IllegalStateException("a worker process ended");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    input.close();
    process.destroy();
  }
}
