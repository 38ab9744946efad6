package dev.nashra.media.card;

import dev.nashra.media.RenderingKind;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The pictures that are made of a story, with the sizes of their type in pixels. */
@SuppressWarnings("ImmutableEnumChecker") // Type holds three ints
public enum CardFormat {
  /** The story card, for feeds that like tall pictures. */
  CARD(RenderingKind.CARD, 1080, 1350, 84, 84, new Type(112, 50, 6), new Type(41, 32, 6)),
  /** The preview of a link. */
  LINK(RenderingKind.LINK_IMAGE, 1200, 630, 56, 60, new Type(76, 38, 4), new Type(31, 26, 3)),
  SQUARE(RenderingKind.SQUARE_IMAGE, 1080, 1080, 76, 76, new Type(92, 44, 5), new Type(37, 29, 4)),
  /** A full phone screen; the network's own buttons cover its top and bottom. */
  VERTICAL(
      RenderingKind.VERTICAL_IMAGE, 1080, 1920, 108, 92, new Type(112, 54, 6), new Type(44, 34, 6));

  private static final int VERTICAL_SAFE_TOP = 384;

  private final RenderingKind kind;
  private final int width;
  private final int height;
  private final int margin;
  private final int header;
  private final Type headline;
  private final Type lead;

  /** Largest and smallest size, and most lines. */
  record Type(int maxSize, int minSize, int maxLines) {}

  CardFormat(
      RenderingKind kind, int width, int height, int margin, int header, Type headline, Type lead) {
    this.kind = kind;
    this.width = width;
    this.height = height;
    this.margin = margin;
    this.header = header;
    this.headline = headline;
    this.lead = lead;
  }

  /** By its name ({@code card}) or its size ({@code 1080x1350}). */
  public static Optional<CardFormat> named(String nameOrSize) {
    var wanted = nameOrSize.strip().toLowerCase(Locale.ROOT).replace('×', 'x');
    return Arrays.stream(values())
        .filter(format -> wanted.equals(format.label()) || wanted.equals(format.size()))
        .findFirst();
  }

  public RenderingKind kind() {
    return kind;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Such as {@code card}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Such as {@code 1080x1350}. */
  public String size() {
    return width + "x" + height;
  }

  /** Where text may stand. */
  public Rectangle2D safeArea() {
    var top = this == VERTICAL ? VERTICAL_SAFE_TOP : margin;
    return new Rectangle2D.Double(margin, top, width - 2.0 * margin, height - 2.0 * top);
  }

  /** The height of the header row; gaps and small type are in proportion to it. */
  double header() {
    return header;
  }

  /** Whether there is room for a label above the headline. */
  boolean hasKicker() {
    return this != LINK;
  }

  Type headline() {
    return headline;
  }

  Type lead() {
    return lead;
  }
}
