package dev.nashra.text;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time zone in what stands behind a date's time: an offset, an abbreviation, a region.
 *
 * @param zone UTC when none is named or the name is unknown; null when an offset is impossible
 * @param rest the text without the zone
 */
record ZoneText(@Nullable ZoneId zone, String rest) {
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?i)(?<!\\d[/.-])(?:gmt|utc?)?\\s*([+-])\\s?"
              + "(?:(\\d{1,2}):(\\d{2})(?::\\d{2})?|(\\d{1,2})(\\d{2})|(\\d{1,2}))(?![\\d/.-])");
  private static final Pattern REGION = Pattern.compile("[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_-]+)+");
  private static final Pattern WORD = Pattern.compile("(?i)(?<![a-z])[a-z]{1,7}(?![a-z])");

  private static final Map<String, Integer> MINUTES = new HashMap<>();

  static {
    put(0, "Z", "UT", "UTC", "GMT", "WET");
    put(60, "CET", "MET", "MEZ", "BST", "WEST", "WAT");
    put(120, "CEST", "MEST", "MESZ", "EET", "CAT", "SAST");
    put(180, "EEST", "MSK", "EAT", "TRT");
    put(210, "IRST");
    put(240, "MSD", "GST", "SAMT");
    put(300, "PKT", "UZT", "YEKT");
    put(330, "IST");
    put(345, "NPT");
    put(420, "WIB", "ICT");
    put(480, "HKT", "SGT", "AWST", "PHT", "MYT");
    put(540, "JST", "KST");
    put(570, "ACST");
    put(600, "AEST");
    put(630, "ACDT");
    put(660, "AEDT");
    put(720, "NZST");
    put(780, "NZDT");
    put(-120, "NDT");
    put(-180, "ADT", "BRT", "ART");
    put(-210, "NST");
    put(-240, "AST", "AT", "EDT", "CLT");
    put(-300, "EST", "ET", "CDT", "COT", "PET");
    put(-360, "CST", "CT", "MDT");
    put(-420, "MST", "MT", "PDT");
    put(-480, "PST", "PT", "AKDT");
    put(-540, "AKST");
    put(-600, "HST");
  }

  /** Reads the first zone in a text; an offset is more exact than a name beside it. */
  static ZoneText in(String text) {
    var offset = OFFSET.matcher(text);
    if (offset.find()) {
      return new ZoneText(offset(offset), without(text, offset));
    }
    var region = REGION.matcher(text);
    if (region.find()) {
      return new ZoneText(region(region.group()), without(text, region));
    }
    var word = WORD.matcher(text);
    while (word.find()) {
      var minutes = MINUTES.get(word.group().toUpperCase(Locale.ROOT));
      if (minutes != null) {
        return new ZoneText(ZoneOffset.ofTotalSeconds(minutes * 60), without(text, word));
      }
    }
    return new ZoneText(ZoneOffset.UTC, text);
  }

  private static @Nullable ZoneId offset(Matcher offset) {
    int hours = number(offset.group(2), offset.group(4), offset.group(6));
    int minutes = number(offset.group(3), offset.group(5));
    int seconds = (hours * 60 + minutes) * 60;
    if (minutes >= 60 || seconds > ZoneOffset.MAX.getTotalSeconds()) {
      return null;
    }
    return ZoneOffset.ofTotalSeconds("-".equals(offset.group(1)) ? -seconds : seconds);
  }

  private static int number(@Nullable String... groups) {
    for (var group : groups) {
      if (group != null) {
        return Integer.parseInt(group);
      }
    }
    return 0;
  }

  private static ZoneId region(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      return ZoneOffset.UTC;
    }
  }

  private static String without(String text, Matcher match) {
    return text.substring(0, match.start()) + " " + text.substring(match.end());
  }

  private static void put(int minutes, String... names) {
    for (var name : names) {
      MINUTES.put(name, minutes);
    }
  }
}
