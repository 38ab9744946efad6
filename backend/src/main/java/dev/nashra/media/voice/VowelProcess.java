package dev.nashra.media.voice;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process that reads lines of Arabic and answers each with its vowels written. */
final class VowelProcess {
  private VowelProcess() {}

  /** The files of onnxruntime and of the model. */
  public static void main(String[] arguments) throws IOException {
    var model = new VowelModel(Path.of(arguments[0]), Path.of(arguments[1]));
    var in =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
    try (var stdout = new FileOutputStream(FileDescriptor.out);
        var out = new PrintStream(stdout, false, StandardCharsets.UTF_8)) {
      for (var batch : batches(in.lines().toList())) {
        model.withVowels(batch).lines().forEach(out::println);
      }
    }
  }

  /** Lines joined as long as they fit, for a run costs the same however much is in it. */
  static List<String> batches(List<String> lines) {
    var batches = new ArrayList<String>();
    var batch = new StringBuilder();
    for (var line : lines) {
      if (!batch.isEmpty() && batch.length() + 1 + line.length() > VowelModel.CAPACITY) {
        batches.add(batch.toString());
        batch.setLength(0);
      }
      batch.append(batch.isEmpty() ? "" : "\n").append(line);
    }
    batches.add(batch.toString());
    return batches;
  }
}
