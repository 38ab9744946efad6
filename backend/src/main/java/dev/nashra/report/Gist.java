package dev.nashra.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * What a story comes to, as a hash of its weightiest sentences: when it stays the same, a change in
 * the articles was not worth a new report, nor a question to a model.
 */
final class Gist {
  private static final int LENGTH = 32;

  private Gist() {}

  static String of(Draft extract) {
    var text =
        extract.headline().text()
            + '\n'
            + extract.lead().text()
            + '\n'
            + extract.keyPoints().stream()
                .map(CitedSentence::text)
                .sorted()
                .collect(Collectors.joining("\n"));
    return HexFormat.of().formatHex(sha256(text)).substring(0, LENGTH);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
