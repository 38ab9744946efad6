package dev.nashra.broadcast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of an edition's page shows; every string is plain text, and every link leads to
 * the web or to another file of the newsroom.
 *
 * @param style the whole style sheet
 */
public record EditionPage(
    Head head,
    String style,
    @Nullable Player player,
    List<Story> top,
    String restLabel,
    List<Story> rest,
    String sourcesLabel,
    List<Link> links) {

  /** What stands above the stories. */
  public record Head(
      String language,
      String direction,
      String newsroom,
      String kind,
      String title,
      String date,
      String time,
      String updated,
      String about) {}

  /** The sound of the edition. */
  public record Player(String src, String label, String length) {}

  /** A story; its lead is empty when it would only repeat the headline. */
  public record Story(
      String anchor,
      Sentence headline,
      Sentence lead,
      List<Sentence> points,
      List<Source> sources,
      @Nullable Image image) {}

  /** A sentence with small numbers behind it. */
  public record Sentence(String text, List<Source> sources) {}

  /** A numbered article; {@code href} is empty when it cannot be linked. */
  public record Source(int number, String href, String outlet, String title, String label) {}

  /** A picture and its size in pixels. */
  public record Image(String src, int width, int height) {}

  /** A link to another form or another edition. */
  public record Link(String href, String label, String language) {}
}
