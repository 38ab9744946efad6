package dev.nashra.media.voice;

import dev.nashra.process.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the short vowels that Arabic leaves out and without which no machine reads it well.
 *
 * <p>What has been vowelled is kept for a while, for the audio and the reel of a story say the same
 * sentences.
 */
final class Vowels {
  private static final Logger LOG = LoggerFactory.getLogger(Vowels.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KEPT = 2_000;

  private final BundledLibraries libraries;

  /** Guarded by itself. */
  private final Map<String, String> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > KEPT;
        }
      };

  Vowels(BundledLibraries libraries) {
    this.libraries = libraries;
  }

  /** The same texts with vowels; as they were when the model does not work. */
  List<String> write(List<String> texts) throws InterruptedException {
    var pieces = texts.stream().map(Vowels::pieces).toList();
    learn(pieces.stream().flatMap(List::stream).toList());
    return pieces.stream().map(this::joined).toList();
  }

  private void learn(List<String> pieces) throws InterruptedException {
    var unknown = new LinkedHashSet<>(pieces);
    synchronized (known) {
      unknown.removeIf(known::containsKey);
    }
    if (unknown.isEmpty()) {
      return;
    }
    var asked = List.copyOf(unknown);
    var answers = ask(asked);
    synchronized (known) {
      for (int i = 0; i < answers.size(); i++) {
        known.put(asked.get(i), answers.get(i));
      }
    }
  }

  private List<String> ask(List<String> pieces) throws InterruptedException {
    var arguments = List.of(libraries.onnxruntime().toString(), libraries.vowelModel().toString());
    var input = (String.join("\n", pieces) + "\n").getBytes(StandardCharsets.UTF_8);
    var outcome =
        JavaProcess.command(VowelProcess.class, arguments)
            .run(PATIENCE, stdin -> stdin.write(input));
    var answers =
        outcome instanceof Outcome.Exited exited && exited.code() == 0
            ? exited.text().lines().toList()
            : List.<String>of();
    if (answers.size() != pieces.size()) {
      LOG.warn("Arabic is read without vowels: {}", outcome.summary());
      return List.of();
    }
    return answers;
  }

  private String joined(List<String> pieces) {
    synchronized (known) {
      return String.join(
          " ", pieces.stream().map(piece -> known.getOrDefault(piece, piece)).toList());
    }
  }

  /** Takes a text apart at spaces where it is longer than the model can see at once. */
  private static List<String> pieces(String text) {
    var pieces = new ArrayList<String>();
    var rest = text.replaceAll("[\u064B-\u0652]", "").replaceAll("\\s+", " ").strip();
    while (rest.length() > VowelModel.CAPACITY) {
      int space = rest.lastIndexOf(' ', VowelModel.CAPACITY);
      int end = space > 0 ? space : VowelModel.CAPACITY;
      pieces.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
  }
}
