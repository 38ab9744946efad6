package dev.nashra.broadcast;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes what it should say into the file, or fails when told to. */
final class ScriptedVoice implements BulletinVoice {
  private final List<List<SpokenLine>> spoken = new ArrayList<>();
  private boolean failing;

  void fail() {
    failing = true;
  }

  void recover() {
    failing = false;
  }

  List<List<SpokenLine>> spoken() {
    return spoken;
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
    spoken.add(lines);
    Files.writeString(out, lines.toString());
    return new Reading(Files.size(out), Duration.ofSeconds(95));
  }
}
