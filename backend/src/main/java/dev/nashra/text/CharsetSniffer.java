package dev.nashra.text;

import com.ibm.icu.text.CharsetDetector;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Guesses the character set of text that does not say it, from the language that shows in it. */
final class CharsetSniffer {
  private static final int SAMPLE_BYTES = 8_000;
  private static final int CONTEXT_BYTES = 24;
  private static final int SURE = 30;
  private static final int RUN = 4;

  /** Guesses among these differ from windows-1252 in a few letters only; too weak to act upon. */
  private static final Set<String> LATIN =
      Set.of("windows-1252", "ISO-8859-1", "windows-1254", "ISO-8859-9");

  /** These share most letters with windows-1252; a few words do not tell them apart. */
  private static final Set<String> CENTRAL_EUROPEAN = Set.of("windows-1250", "ISO-8859-2");

  private static final int ENOUGH = 12;

  private CharsetSniffer() {}

  /** The charset that the bytes show clearly, or windows-1252. */
  static Charset sniff(byte[] body) {
    var foreign = foreign(body);
    return foreign == null ? CharsetLabel.WINDOWS_1252 : foreign;
  }

  /** A charset other than western Latin that the bytes show clearly, or null. */
  static @Nullable Charset foreign(byte[] body) {
    var sample = sample(body);
    if (sample.length == 0) {
      return null;
    }
    for (var match : new CharsetDetector().setText(sample).detectAll()) {
      var charset = CharsetLabel.charset(match.getName());
      if (charset == null || charset.name().startsWith("UTF-")) {
        continue;
      }
      if (match.getConfidence() < SURE || LATIN.contains(charset.name())) {
        return null;
      }
      if (CENTRAL_EUROPEAN.contains(charset.name()) && highBytes(sample) < ENOUGH) {
        return null;
      }
      if (fits(sample, charset)) {
        return charset;
      }
    }
    return null;
  }

  /**
   * True when words are written in the upper half of the byte range, as in Arabic, Greek or
   * Cyrillic; western Latin mixes single accented letters into ASCII words.
   */
  static boolean writtenInUpperHalf(byte[] body) {
    int high = 0;
    int inRuns = 0;
    int run = 0;
    for (byte b : body) {
      if (b < 0) {
        high++;
        run++;
        continue;
      }
      inRuns += run >= RUN ? run : 0;
      run = 0;
    }
    inRuns += run >= RUN ? run : 0;
    return high >= 2 * RUN && inRuns * 2 > high;
  }

  static boolean fits(byte[] body, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  /** The surroundings of bytes past ASCII without markup: the rest says nothing about charsets. */
  private static byte[] sample(byte[] body) {
    var sample = new ByteArrayOutputStream(SAMPLE_BYTES);
    int taken = 0;
    for (int at = 0; at < body.length && sample.size() < SAMPLE_BYTES; at++) {
      if (body[at] >= 0) {
        continue;
      }
      int from = Math.max(taken, wordStart(body, at));
      int to = at;
      while (to < body.length && to - at < CONTEXT_BYTES && isText(body[to])) {
        to++;
      }
      sample.write(body, from, to - from);
      sample.write(' ');
      taken = to;
      at = to - 1;
    }
    return sample.toByteArray();
  }

  private static int highBytes(byte[] sample) {
    int high = 0;
    for (byte b : sample) {
      high += b < 0 ? 1 : 0;
    }
    return high;
  }

  private static int wordStart(byte[] body, int at) {
    int from = at;
    while (from > 0 && at - from < CONTEXT_BYTES && isText(body[from - 1])) {
      from--;
    }
    return from;
  }

  private static boolean isText(byte b) {
    return b < 0 || Character.isLetter(b) || b == ' ' || b == '\'' || b == ',' || b == '.';
  }
}
