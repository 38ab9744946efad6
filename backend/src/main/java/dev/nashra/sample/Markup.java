package dev.nashra.sample;

import java.util.List;
import java.util.stream.Collectors;

/** Text as XML and HTML want it. */
final class Markup {
  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String paragraphs(List<String> paragraphs) {
    return paragraphs.stream()
        .map(paragraph -> "<p>" + escape(paragraph) + "</p>\n")
        .collect(Collectors.joining());
  }

  static String link(String address, String text) {
    return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
  }

  static String item(String address, String text) {
    return "<li>" + link(address, text) + "</li>";
  }
}
