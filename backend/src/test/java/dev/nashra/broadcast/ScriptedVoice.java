package dev.nashra.broadcast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes what it should say into the file, or fails when told to; several may be read at once. */
final class ScriptedVoice implements BulletinVoice {
  private final List<Spoken> spoken = new CopyOnWriteArrayList<>();
  private volatile boolean failing;

  /** What was read once. */
  record Spoken(String language, List<SpokenLine> lines) {}

  void fail() {
    failing = true;
  }

  void recover() {
    failing = false;
  }

  List<Spoken> spoken() {
    return spoken;
  }

  /** The last that was read in a language. */
  List<SpokenLine> lastIn(String language) {
    return spoken.stream()
        .filter(reading -> reading.language().equals(language))
        .toList()
        .getLast()
        .lines();
  }

  @Override
  public boolean reads(String language) {
    return true;
  }

  @Override
  public Reading read(
      List<SpokenLine> lines, String language, String title, String newsroom, Path out)
      throws IOException {
    if (failing) {
      throw new IOException("made up by the test");
    }
    spoken.add(new Spoken(language, lines));
    Files.writeString(out, lines.toString());
    return new Reading(Files.size(out), Duration.ofSeconds(95));
  }
}
