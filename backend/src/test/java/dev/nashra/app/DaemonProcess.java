package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** {@code nashra run} as a process of its own, which can be killed as {@code kill -9} does. */
final class DaemonProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Path PROC = Path.of("/proc");

  private final Process process;
  private final Path folder;

  private DaemonProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * Starts the daemon.
   *
   * @param folder where it runs and writes its log; also part of the name of everything it keeps
   */
  static DaemonProcess start(Path folder, Map<String, String> settings) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var options =
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");
    var arguments = new ArrayList<>(List.of(java, "-Djava.awt.headless=true"));
    arguments.addAll(options);
    arguments.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    arguments.addAll(List.of(Main.class.getName(), "run"));
    var builder = new ProcessBuilder(arguments).directory(folder.toFile());
    builder.environment().keySet().retainAll(List.of("PATH", "HOME"));
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()));
    return new DaemonProcess(builder.start(), folder);
  }

  private static Path log(Path folder) {
    return folder.resolve("daemon.log");
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it wrote, over all its lives. */
  String log() {
    try {
      return Files.readString(log(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The programs that it has started and that still run, by their names. */
  List<String> children() {
    return process.descendants().map(DaemonProcess::name).distinct().sorted().toList();
  }

  private static String name(ProcessHandle process) {
    return Path.of(process.info().command().orElse("?")).getFileName().toString();
  }

  /** Kills the virtual machine and nothing else, and waits until nothing of it is left. */
  void kill() throws InterruptedException {
    var family = process.descendants().toList();
    process.destroyForcibly();
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "killed");
    awaitNobody(family);
  }

  /** Tells it to stop, as a service manager does. */
  void stop() throws InterruptedException {
    var family = process.descendants().toList();
    process.destroy();
    assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "stopped");
    assertEquals(0, process.exitValue());
    awaitNobody(family);
  }

  private void awaitNobody(List<ProcessHandle> family) {
    Awaitility.await("orphans: " + family)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> family.stream().noneMatch(DaemonProcess::lives) && relatives().isEmpty());
  }

  /** A zombie that nobody has reaped yet is dead. */
  private static boolean lives(ProcessHandle process) {
    return process.isAlive() && !commandLine(Long.toString(process.pid())).isEmpty();
  }

  /** Whoever runs with the daemon's folder on the command line, whoever may have started it. */
  private List<String> relatives() {
    var pids = PROC.toFile().list((_, name) -> Character.isDigit(name.charAt(0)));
    return pids == null
        ? List.of()
        : Arrays.stream(pids)
            .map(DaemonProcess::commandLine)
            .filter(command -> command.contains(folder + "/"))
            .toList();
  }

  private static String commandLine(String pid) {
    try {
      return Files.readString(PROC.resolve(pid).resolve("cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return ""; // It has ended meanwhile.
    }
  }

  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }
}
