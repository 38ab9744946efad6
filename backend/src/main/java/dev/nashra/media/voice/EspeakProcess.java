package dev.nashra.media.voice;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A process that reads lines {@code VOICE TAB PACE TAB TEXT} and answers each with sound: first the
 * rate of samples once, then for each line the number of bytes and the samples.
 */
final class EspeakProcess {
  private EspeakProcess() {}

  /** The library's file and the folder that holds its data. */
  public static void main(String[] arguments) throws IOException {
    var espeak = new EspeakLibrary(Path.of(arguments[0]), Path.of(arguments[1]));
    var in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    // Not System.out: what the library prints must not get between the sounds.
    try (var stdout = new FileOutputStream(FileDescriptor.out);
        var out = new DataOutputStream(new BufferedOutputStream(stdout))) {
      out.writeInt(espeak.sampleRate());
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        var parts = line.split("\t", 3);
        var sound = espeak.speak(parts[0], Integer.parseInt(parts[1]), parts[2]);
        out.writeInt(sound.length);
        out.write(sound);
      }
    }
  }
}
