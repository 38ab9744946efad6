package dev.nashra.social;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text of the kind that breaks things: scripts, emoji, marks, addresses and hashtags mixed. */
final class RandomText {
  private static final String[] PIECES = {
    "harbour",
    "the",
    "Council",
    "of",
    "Marwan's",
    "trams",
    "U.S.",
    "well-known",
    "(closed)",
    "الميناء",
    "والبلدية",
    "في",
    "مُحَمَّد",
    "؟",
    "،",
    "«اقتباس»",
    "عاجل:",
    "ـــ",
    "新桥将于下周一正式开放",
    "สะพานใหม่เปิดวันจันทร์",
    "Мост",
    "Straße",
    "👍",
    "👍🏽",
    "👨‍👩‍👧‍👦",
    "🇲🇦",
    "3️⃣",
    "❤️",
    "𝒜𝒷",
    "e\u0301a\u0300",
    "#الميناء_القديم",
    "#Harbour2026",
    "＃tag",
    "@someone",
    "#1",
    "https://example.com/a/b?c=d&e=f",
    "http://a.io/%D8%A7%D9%84",
    "example.org/path",
    "https://news.example.com/2026/11/a-long-slug-with-many-words-in-it-that-goes-on",
    "www.example.com",
    "\u200F",
    "\u202Eevil",
    "…",
    "...",
    "—",
    "1,200.50",
    "\uD83D",
    "$1 \\2"
  };

  private RandomText() {}

  static String line(Random random, int pieces) {
    return Stream.generate(() -> PIECES[random.nextInt(PIECES.length)] + end(random))
        .limit(pieces)
        .collect(Collectors.joining());
  }

  private static String end(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> ". ";
      case 1 -> "، ";
      case 2 -> "\n";
      default -> " ";
    };
  }
}
