package dev.nashra.collect;

import java.util.regex.Pattern;

/**
 * Repairs what makes an XML parser lose text of a feed: ampersands that were never escaped, CDATA
 * sections that never end, characters that were never converted.
 */
final class XmlMending {
  private static final String CDATA = "<![CDATA[";
  private static final String CDATA_END = "]]>";
  private static final int LONGEST_NAME = 32;

  /** What the control characters U+0080 to U+009F mean where a byte was taken for a character. */
  private static final String WINDOWS_1252 =
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  /** Emoji written as the two halves of their UTF-16 form. */
  private static final Pattern SURROGATES = Pattern.compile("&#(5[56]\\d{3});&#(5[67]\\d{3});");

  private final String xml;
  private final StringBuilder mended;
  private String openTag = "";

  private XmlMending(String xml) {
    this.xml = xml;
    this.mended = new StringBuilder(xml.length() + 64);
  }

  static String mend(String xml) {
    var mended = new XmlMending(xml).mended();
    return mended.contains("&#5")
        ? SURROGATES
            .matcher(mended)
            .replaceAll(pair -> character(pair.group(1), pair.group(2), pair.group()))
        : mended;
  }

  private String mended() {
    int at = 0;
    while (at < xml.length()) {
      char c = xml.charAt(at);
      if (c == '&') {
        mended.append(isReference(at) ? "&" : "&amp;");
        at++;
      } else if (c == '<' && xml.startsWith(CDATA, at)) {
        at = section(at);
      } else {
        if (c == '<') {
          noteTag(at + 1);
        }
        mended.append(c >= 0x80 && c <= 0x9F ? WINDOWS_1252.charAt(c - 0x80) : c);
        at++;
      }
    }
    return mended.toString();
  }

  /** Copies a CDATA section, ended where its element ends if it does not end before. */
  private int section(int start) {
    int text = start + CDATA.length();
    int end = xml.indexOf(CDATA_END, text);
    int close = openTag.isEmpty() ? -1 : xml.indexOf("</" + openTag, text);
    int next = xml.indexOf(CDATA, text);
    boolean endsInAnother = end >= 0 && next >= 0 && next < end && close >= 0 && close < next;
    if (end < 0 || endsInAnother) {
      int cut = close < 0 ? xml.length() : close;
      mended.append(xml, start, cut).append(CDATA_END);
      return cut;
    }
    mended.append(xml, start, end + CDATA_END.length());
    return end + CDATA_END.length();
  }

  private void noteTag(int start) {
    int end = start;
    while (end < xml.length() && end - start < LONGEST_NAME && isNamePart(xml.charAt(end))) {
      end++;
    }
    if (end > start) {
      openTag = xml.substring(start, end);
    }
  }

  private boolean isReference(int ampersand) {
    int limit = Math.min(xml.length(), ampersand + 2 + LONGEST_NAME);
    int at = ampersand + 1;
    if (at < limit && xml.charAt(at) == '#') {
      at++;
    }
    int start = at;
    while (at < limit && isAsciiAlphanumeric(xml.charAt(at))) {
      at++;
    }
    return at > start && at < limit && xml.charAt(at) == ';';
  }

  private static boolean isNamePart(char c) {
    return isAsciiAlphanumeric(c) || c == ':' || c == '-' || c == '_' || c == '.';
  }

  private static boolean isAsciiAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static String character(String high, String low, String written) {
    char first = (char) Integer.parseInt(high);
    char second = (char) Integer.parseInt(low);
    return Character.isSurrogatePair(first, second) ? "" + first + second : written;
  }
}
