package dev.nashra.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a feed or page into text: byte order mark, then the server's Content-Type,
 * then the document's own declaration, then a look at the bytes.
 *
 * <p>A charset that was named but does not fit the bytes is not believed. Servers add {@code
 * charset=iso-8859-1} to UTF-8 pages by default, and pages keep a declaration that was true before
 * their last move. Nothing here throws on any input.
 */
public final class TextDecoder {
  private static final int DECLARATION_BYTES = 1_024;
  private static final int LATE_DECLARATION_BYTES = 16_384;

  /** Two-byte charsets may by chance be valid UTF-8 for a word, not for this many characters. */
  private static final int BEYOND_CHANCE = 8;

  private static final Pattern XML_DECLARATION =
      Pattern.compile("<\\?xml\\s[^>]*?encoding\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
  private static final Pattern META =
      Pattern.compile("(?i)<meta\\s[^>]*?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");

  private TextDecoder() {}

  /**
   * Reads an XML or JSON document; without any sign it is UTF-8 (RFC 7303, RFC 8259).
   *
   * @param contentTypeCharset the charset parameter of the Content-Type header, as sent
   */
  public static DecodedText xml(byte[] body, @Nullable String contentTypeCharset) {
    return decode(body, contentTypeCharset, xmlDeclared(head(body, DECLARATION_BYTES)));
  }

  /**
   * Reads an HTML page; without any sign it is windows-1252, or what its language shows.
   *
   * @param contentTypeCharset the charset parameter of the Content-Type header, as sent
   */
  public static DecodedText html(byte[] body, @Nullable String contentTypeCharset) {
    var declared = htmlDeclared(head(body, DECLARATION_BYTES));
    if (declared == null) {
      // Browsers restart when the declaration comes late; pages exist that rely on it.
      declared = htmlDeclared(head(body, LATE_DECLARATION_BYTES));
    }
    return decode(body, contentTypeCharset, declared);
  }

  private static DecodedText decode(
      byte[] body, @Nullable String contentTypeCharset, @Nullable Charset declared) {
    var marked = ByteOrderMark.of(body);
    if (marked != null) {
      return text(body, marked.length(), marked.charset());
    }
    var wide = ByteOrderMark.wideWithoutMark(body);
    if (wide != null) {
      return text(body, 0, wide);
    }
    var utf8 = Utf8Evidence.of(body);
    var sent = CharsetLabel.charset(contentTypeCharset);
    if (sent != null && fits(body, sent, utf8)) {
      return text(body, 0, sent);
    }
    if (declared != null && fits(body, declared, utf8)) {
      return text(body, 0, declared);
    }
    return text(body, 0, utf8.mostly() ? StandardCharsets.UTF_8 : CharsetSniffer.sniff(body));
  }

  /** Whether a named charset can be true of these bytes. */
  private static boolean fits(byte[] body, Charset charset, Utf8Evidence utf8) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return utf8.mostly();
    }
    if (charset.name().startsWith("UTF-")) {
      return false; // The bytes show no wide characters; WHATWG reads such a label as UTF-8.
    }
    if (utf8.ascii()) {
      return true;
    }
    if (charset.newEncoder().maxBytesPerChar() > 1) {
      return !(utf8.valid() && utf8.whole() >= BEYOND_CHANCE)
          && (!utf8.mostly() || CharsetSniffer.fits(body, charset));
    }
    if (utf8.valid()) {
      return false;
    }
    return !charset.equals(CharsetLabel.WINDOWS_1252)
        || !CharsetSniffer.writtenInUpperHalf(body)
        || CharsetSniffer.foreign(body) == null;
  }

  private static DecodedText text(byte[] body, int from, Charset charset) {
    return new DecodedText(new String(body, from, body.length - from, charset), charset);
  }

  private static @Nullable Charset xmlDeclared(String head) {
    var declaration = XML_DECLARATION.matcher(head);
    return declaration.find() ? CharsetLabel.charset(declaration.group(1)) : null;
  }

  private static @Nullable Charset htmlDeclared(String head) {
    var meta = META.matcher(COMMENT.matcher(head).replaceAll(""));
    while (meta.find()) {
      var charset = CharsetLabel.charset(meta.group(1));
      if (charset != null) {
        return charset;
      }
    }
    return xmlDeclared(head);
  }

  private static String head(byte[] body, int bytes) {
    return new String(body, 0, Math.min(bytes, body.length), StandardCharsets.ISO_8859_1);
  }
}
