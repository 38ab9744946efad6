package dev.nashra.broadcast;

import java.util.List;

/** What the template of the list of editions shows. */
public record IndexPage(String newsroom, String style, List<Entry> entries) {
  /** The newest edition of one kind in one language. */
  public record Entry(
      String href,
      String language,
      String direction,
      String kind,
      String date,
      String time,
      List<String> headlines) {}
}
