package dev.nashra.text;

/** How well bytes read as UTF-8: counts of whole multi-byte characters and of broken sequences. */
record Utf8Evidence(int whole, int broken) {
  /** Broken sequences tolerated for each hundred whole ones: a slip of the pen, not a charset. */
  private static final int TOLERATED_PERCENT = 5;

  static Utf8Evidence of(byte[] body) {
    int whole = 0;
    int broken = 0;
    int at = 0;
    while (at < body.length) {
      int length = sequenceLength(body[at] & 0xFF);
      if (length == 1) {
        at++;
      } else if (length > 1 && continues(body, at, Math.min(length, body.length - at))) {
        // A document cut inside its last character is not broken for that.
        whole += at + length <= body.length ? 1 : 0;
        at += length;
      } else {
        broken++;
        at++;
      }
    }
    return new Utf8Evidence(whole, broken);
  }

  boolean valid() {
    return broken == 0;
  }

  boolean ascii() {
    return broken == 0 && whole == 0;
  }

  /** True for text that is UTF-8 but for a few damaged characters. */
  boolean mostly() {
    return valid() || (long) broken * 100 <= (long) whole * TOLERATED_PERCENT;
  }

  private static int sequenceLength(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }

  private static boolean continues(byte[] body, int at, int length) {
    for (int i = 1; i < length; i++) {
      if ((body[at + i] & 0xC0) != 0x80) {
        return false;
      }
    }
    if (length < 2) {
      return at > 0;
    }
    int second = body[at + 1] & 0xFF;
    return switch (body[at] & 0xFF) {
      case 0xE0 -> second >= 0xA0;
      case 0xF0 -> second >= 0x90;
      case 0xF4 -> second <= 0x8F;
      default -> true;
    };
  }
}
