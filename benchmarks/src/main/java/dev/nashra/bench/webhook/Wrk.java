package dev.nashra.bench.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The load: wrk (https://github.com/wg/wrk) in a process of its own, with a script. */
final class Wrk {
  private static final String RESULT = "RESULT ";

  private final Path script;
  private final String url;

  Wrk(String url) throws IOException {
    this.url = url;
    this.script = Files.createTempFile("updates", ".lua");
    script.toFile().deleteOnExit();
    try (var source = Wrk.class.getResourceAsStream("updates.lua")) {
      Files.write(script, Objects.requireNonNull(source).readAllBytes());
    }
  }

  static boolean isInstalled() {
    try {
      var process =
          new ProcessBuilder("wrk", "-v").redirectErrorStream(true).start(); // exits with 1
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS);
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Loads it.
   *
   * @param base the numbers of the updates begin after it
   * @param rate requests a second; 0: as many as it takes
   */
  Result run(long base, int rate, int connections, int seconds)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(
                List.of(
                    "wrk",
                    "-t1",
                    "-c" + connections,
                    "-d" + seconds + "s",
                    "--timeout",
                    "5s",
                    "-s",
                    script.toString(),
                    url,
                    "--",
                    Long.toString(base),
                    Integer.toString(rate)))
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output
        .lines()
        .filter(line -> line.startsWith(RESULT))
        .findFirst()
        .map(line -> JsonMapper.shared().readValue(line.substring(RESULT.length()), Result.class))
        .orElseThrow(() -> new IllegalStateException("wrk failed: " + output));
  }

  /**
   * What wrk saw.
   *
   * @param requests that were answered
   * @param sent requests in all; some have no answer when the time is over
   * @param fresh different updates among those
   * @param micros it took; p50 to max are microseconds too
   * @param status answers that were not 200
   * @param broken connections refused, cut, or silent for 5 s
   */
  record Result(
      long requests,
      long sent,
      long fresh,
      long micros,
      long p50,
      long p90,
      long p99,
      long max,
      long status,
      long broken) {
    double rate() {
      return requests / (micros / 1e6);
    }

    double failed() {
      return (status + broken) / (double) Math.max(1, requests);
    }
  }
}
