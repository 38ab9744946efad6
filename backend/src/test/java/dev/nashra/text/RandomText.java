package dev.nashra.text;

import java.util.Random;

/** Text without sense from the parts of Unicode that go wrong most easily. */
public final class RandomText {
  private static final int[][] RANGES = {
    {0x20, 0x7E}, {0x600, 0x6FF}, {0x8A0, 0x8FF}, {0x200B, 0x200F}, {0x202A, 0x202E},
    {0x2060, 0x206F}, {0xFB50, 0xFDFF}, {0xFE70, 0xFEFF}, {0xFF00, 0xFFEF}, {0x1D400, 0x1D7FF},
    {0xC0, 0x24F}, {0x300, 0x36F}, {0x4E00, 0x4EFF}, {0xD800, 0xDFFF}, {0, 0x1F}
  };

  private RandomText() {}

  public static String of(Random random, int most) {
    var text = new StringBuilder();
    int length = random.nextInt(most + 1);
    for (int i = 0; i < length; i++) {
      var range = RANGES[random.nextInt(RANGES.length)];
      text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0] + 1));
    }
    return text.toString();
  }
}
