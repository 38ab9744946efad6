package dev.nashra.media.voice;

import dev.nashra.process.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small Java program of ours in a process of its own, with little memory and a quick start. */
final class JavaProcess {
  private static final List<String> FLAGS =
      List.of(
          "-Xmx64m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED",
          "-cp");

  private JavaProcess() {}

  static Command command(Class<?> main, List<String> arguments) {
    var all = new ArrayList<String>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(FLAGS);
    all.add(Path.of(main.getProtectionDomain().getCodeSource().getLocation().getPath()).toString());
    all.add(main.getName());
    all.addAll(arguments);
    return Command.of(all).nice();
  }
}
