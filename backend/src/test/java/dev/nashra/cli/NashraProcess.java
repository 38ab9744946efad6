package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of Nashra as a process of its own, which ran to its end. */
record NashraProcess(int code, String out, String err) {
  private static final int PATIENCE_SECONDS = 120;

  /**
   * Runs a command.
   *
   * @param folder where it runs
   * @param environment beside the path
   */
  static NashraProcess run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    return run(new ProcessBuilder(command), folder, environment);
  }

  /** Runs any program likewise. */
  static NashraProcess run(ProcessBuilder builder, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    var out = Files.createTempFile("nashra", ".out");
    var err = Files.createTempFile("nashra", ".err");
    try {
      builder.directory(folder.toFile());
      builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
      builder.environment().putAll(environment);
      var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      try {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it ends");
      } finally {
        process.destroyForcibly();
      }
      return new NashraProcess(process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
