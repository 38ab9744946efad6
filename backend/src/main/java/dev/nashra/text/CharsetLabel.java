package dev.nashra.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the name of a character set, as pages and servers write it, into the one they mean. */
final class CharsetLabel {
  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private static final Pattern NOISE = Pattern.compile("[\\s\"';,]+");
  private static final Pattern OPTIONAL_CP = Pattern.compile("(?:x-|ms-?)?cp-?(12\\d\\d|874)");

  /** The web reads these names as their Windows supersets (WHATWG Encoding, section 4.2). */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("utf8", "UTF-8"),
          Map.entry("unicode-1-1-utf-8", "UTF-8"),
          Map.entry("unicode", "UTF-16LE"),
          Map.entry("ucs-2", "UTF-16LE"),
          Map.entry("iso-10646-ucs-2", "UTF-16LE"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ansi_x3.4-1968", "windows-1252"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso88591", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("iso-ir-100", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso8859-9", "windows-1254"),
          Map.entry("latin5", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("iso-8859-8-i", "ISO-8859-8"),
          Map.entry("iso-8859-8-e", "ISO-8859-8"),
          Map.entry("iso-8859-6-i", "ISO-8859-6"),
          Map.entry("iso-8859-6-e", "ISO-8859-6"),
          Map.entry("arabic", "ISO-8859-6"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gb_2312-80", "GB18030"),
          Map.entry("x-gbk", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("big5", "Big5-HKSCS"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("macintosh", "x-MacRoman"),
          Map.entry("x-mac-roman", "x-MacRoman"),
          Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
          Map.entry("koi8", "KOI8-R"));

  private CharsetLabel() {}

  /** Null when the label is missing or names nothing that this runtime can read. */
  static @Nullable Charset charset(@Nullable String label) {
    if (label == null) {
      return null;
    }
    var name = NOISE.matcher(label).replaceAll("").toLowerCase(Locale.ROOT);
    name = OPTIONAL_CP.matcher(name).replaceFirst("windows-$1");
    name = MEANT.getOrDefault(name, name);
    try {
      var charset = name.isEmpty() ? null : Charset.forName(name);
      if (charset == null || !charset.canEncode()) {
        return null; // The runtime's auto-detecting pseudo charsets cannot encode.
      }
      return charset.equals(StandardCharsets.US_ASCII) ? WINDOWS_1252 : charset;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
