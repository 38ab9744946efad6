package dev.nashra.media.voice;

/** Writes a text as it is said: numbers, signs and abbreviations as words. */
interface Pronunciation {
  /** A sentence as it is said; empty when nothing of it can be. */
  String of(String sentence);

  /** That of the language; for one that we do not know, only what nobody says is dropped. */
  static Pronunciation in(String language) {
    return switch (language) {
      case "ar" -> new ArabicPronunciation();
      case "en" -> new EnglishPronunciation();
      default -> Unspoken::removedFrom;
    };
  }
}
