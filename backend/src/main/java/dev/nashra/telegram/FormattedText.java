package dev.nashra.telegram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text and how parts of it look. Parts are given by place, so that nothing in the text can be
 * mistaken for a mark-up.
 */
public record FormattedText(String text, List<Entity> entities) {
  public FormattedText {
    entities = List.copyOf(entities);
  }

  public static FormattedText plain(String text) {
    return new FormattedText(text, List.of());
  }

  /** This text with the part from {@code start} to {@code end} in bold. */
  public FormattedText bold(int start, int end) {
    return with(new Entity("bold", start, end - start, null));
  }

  /** This text with the part from {@code start} to {@code end} leading to an address. */
  public FormattedText link(int start, int end, String url) {
    return with(new Entity("text_link", start, end - start, url));
  }

  private FormattedText with(Entity entity) {
    if (entity.length() <= 0) {
      return this;
    }
    var more = new ArrayList<>(entities);
    more.add(entity);
    return new FormattedText(text, more);
  }

  /**
   * One part that looks different.
   *
   * @param offset in UTF-16 units, as is {@code length}: indexes of the Java string
   */
  public record Entity(String type, int offset, int length, @Nullable String url) {
    Map<String, Object> json() {
      var json = new LinkedHashMap<String, Object>();
      json.put("type", type);
      json.put("offset", offset);
      json.put("length", length);
      if (url != null) {
        json.put("url", url);
      }
      return json;
    }
  }
}
