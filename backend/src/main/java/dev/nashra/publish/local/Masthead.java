package dev.nashra.publish.local;

import dev.nashra.media.Brand;
import dev.nashra.text.Direction;
import java.time.ZoneId;

/**
 * How the pages present the newsroom.
 *
 * @param language of the words around the stories
 * @param zone in which times are shown
 */
public record Masthead(Brand brand, String language, ZoneId zone) {
  public String name() {
    return brand.name();
  }

  public PageWords words() {
    return PageWords.in(language);
  }

  public String direction() {
    return Direction.of(language).html();
  }
}
