package dev.nashra.media.voice;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Mono sound in memory, 16 bits a sample. */
public final class Sound {
  private static final int WAV_HEADER_BYTES = 44;

  /** What counts as silence at the ends of speech: about -50 dB. */
  private static final int AUDIBLE = 100;

  private final int rate;
  private final short[] samples;

  private Sound(int rate, short[] samples) {
    this.rate = rate;
    this.samples = samples;
  }

  /** Takes little-endian samples as they come from a voice. */
  static Sound ofLittleEndian(int rate, byte[] bytes, int offset, int length) {
    var samples = new short[length / 2];
    ByteBuffer.wrap(bytes, offset, length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asShortBuffer()
        .get(samples);
    return new Sound(rate, samples);
  }

  public static Sound silence(int rate, Duration duration) {
    return new Sound(rate, new short[samples(rate, duration)]);
  }

  /** One after the other; all must have the same rate. */
  public static Sound join(int rate, List<Sound> parts) {
    var joined = new short[parts.stream().mapToInt(part -> part.samples.length).sum()];
    int at = 0;
    for (var part : parts) {
      if (part.rate != rate) {
        throw new IllegalArgumentException("a rate of " + part.rate + " among " + rate);
      }
      System.arraycopy(part.samples, 0, joined, at, part.samples.length);
      at += part.samples.length;
    }
    return new Sound(rate, joined);
  }

  public int rate() {
    return rate;
  }

  public Duration duration() {
    return Duration.ofNanos(Math.round(samples.length * 1e9 / rate));
  }

  /** Whether nothing can be heard. */
  public boolean isSilent() {
    return firstAudible() == samples.length;
  }

  /** Without the silence at both ends, but for a moment in which consonants begin and die away. */
  public Sound trimmed() {
    int margin = rate / 50;
    int from = Math.max(0, firstAudible() - margin);
    int to = Math.min(samples.length, afterLastAudible() + margin);
    return new Sound(rate, to > from ? Arrays.copyOfRange(samples, from, to) : new short[0]);
  }

  /** This, and silence until it is so long; unchanged when it is longer. */
  public Sound paddedTo(Duration duration) {
    return new Sound(
        rate, Arrays.copyOf(samples, Math.max(samples.length, samples(rate, duration))));
  }

  /** How loud each of so many parts a second is, from 0 to 1: for pictures that move with it. */
  public double[] levels(int partsPerSecond) {
    var levels = new double[(int) (samples.length * (long) partsPerSecond / rate) + 1];
    double loudest = AUDIBLE;
    for (int part = 0; part < levels.length; part++) {
      int from = (int) ((long) part * rate / partsPerSecond);
      int to = Math.min(samples.length, (int) ((part + 1L) * rate / partsPerSecond));
      levels[part] = meanSize(from, to);
      loudest = Math.max(loudest, levels[part]);
    }
    for (int part = 0; part < levels.length; part++) {
      levels[part] /= loudest;
    }
    return levels;
  }

  private double meanSize(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += Math.abs(samples[i]);
    }
    return to > from ? sum / (to - from) : 0;
  }

  /** Writes a WAV file. */
  public void write(Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(header());
      var bytes = ByteBuffer.allocate(1 << 13).order(ByteOrder.LITTLE_ENDIAN);
      for (var sample : samples) {
        bytes.putShort(sample);
        if (!bytes.hasRemaining()) {
          out.write(bytes.array());
          bytes.clear();
        }
      }
      out.write(bytes.array(), 0, bytes.position());
    }
  }

  private byte[] header() {
    int data = samples.length * 2;
    var header = ByteBuffer.allocate(WAV_HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.put(ascii("RIFF")).putInt(WAV_HEADER_BYTES - 8 + data).put(ascii("WAVEfmt "));
    header.putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2);
    header.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(data);
    return header.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private int firstAudible() {
    int i = 0;
    while (i < samples.length && Math.abs(samples[i]) < AUDIBLE) {
      i++;
    }
    return i;
  }

  private int afterLastAudible() {
    int i = samples.length;
    while (i > 0 && Math.abs(samples[i - 1]) < AUDIBLE) {
      i--;
    }
    return i;
  }

  private static int samples(int rate, Duration duration) {
    return Math.toIntExact(duration.toMillis() * rate / 1000);
  }
}
