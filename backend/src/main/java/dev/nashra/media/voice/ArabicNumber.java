package dev.nashra.media.voice;

import java.util.ArrayList;
import java.util.List;

/**
 * Whole numbers in Arabic words, in the case that follows most words and that speech uses
 * throughout (عشرين, not عشرون).
 *
 * <p>From 3 to 10 the number takes the gender that the counted noun has not; 1 and 2 agree with it.
 */
final class ArabicNumber {
  private static final String[] BEFORE_MASCULINE = {
    "صفر", "واحد", "اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"
  };
  private static final String[] BEFORE_FEMININE = {
    "صفر", "واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"
  };
  private static final String[] TENS = {
    "", "", "عشرين", "ثلاثين", "أربعين", "خمسين", "ستين", "سبعين", "ثمانين", "تسعين"
  };
  private static final String[] HUNDREDS = {
    "", "مئة", "مئتين", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة"
  };
  private static final List<Scale> SCALES =
      List.of(
          new Scale(1_000_000_000_000L, "تريليون", "تريليونين", "تريليونات"),
          new Scale(1_000_000_000L, "مليار", "مليارين", "مليارات"),
          new Scale(1_000_000L, "مليون", "مليونين", "ملايين"),
          new Scale(1_000L, "ألف", "ألفين", "آلاف"));

  private static final long MAX = 1_000_000_000_000_000L;

  private ArabicNumber() {}

  /** Empty for numbers beyond what anybody says. */
  static String words(long number, boolean feminine) {
    if (number < 0 || number >= MAX) {
      return "";
    }
    if (number == 0) {
      return BEFORE_MASCULINE[0];
    }
    var parts = new ArrayList<String>();
    long rest = number;
    for (var scale : SCALES) {
      if (rest >= scale.value) {
        parts.add(scale.counted(rest / scale.value));
        rest %= scale.value;
      }
    }
    addBelowThousand(parts, (int) rest, feminine);
    return String.join(" و", parts);
  }

  private static void addBelowThousand(List<String> parts, int number, boolean feminine) {
    if (number >= 100) {
      parts.add(HUNDREDS[number / 100]);
    }
    int rest = number % 100;
    if (rest > 10 && rest < 20) {
      parts.add(teen(rest - 10, feminine));
    } else if (rest > 0 && rest <= 10) {
      parts.add((feminine ? BEFORE_FEMININE : BEFORE_MASCULINE)[rest]);
    } else if (rest >= 20) {
      if (rest % 10 > 0) {
        parts.add((feminine ? BEFORE_FEMININE : BEFORE_MASCULINE)[rest % 10]);
      }
      parts.add(TENS[rest / 10]);
    }
  }

  private static String teen(int units, boolean feminine) {
    var ten = feminine ? " عشرة" : " عشر";
    return switch (units) {
          case 1 -> feminine ? "إحدى" : "أحد";
          case 2 -> feminine ? "اثنتي" : "اثني";
          default -> (feminine ? BEFORE_FEMININE : BEFORE_MASCULINE)[units];
        }
        + ten;
  }

  private record Scale(long value, String one, String two, String few) {
    String counted(long count) {
      if (count == 1) {
        return one;
      }
      if (count == 2) {
        return two;
      }
      var words = words(count, false);
      long last = count % 100;
      return words + " " + (last >= 3 && last <= 10 ? few : one);
    }
  }
}
