package dev.nashra.media;

import java.awt.Color;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the newsroom looks: its name, logo and colours on everything it makes.
 *
 * <p>Any colours will do: text on them is set in what can be read there, see {@link Contrast}.
 *
 * @param name shown in the header, and its first letter in place of a logo; never blank
 * @param logo a PNG, JPEG or GIF file, or null
 * @param primary the dark colour: grounds and headlines
 * @param accent marks and labels
 * @param background the light ground
 * @param handle an address or account name for the footer, may be empty
 */
public record Brand(
    String name,
    @Nullable Path logo,
    Color primary,
    Color accent,
    Color background,
    String handle) {
  private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})");

  public static final Brand DEFAULT =
      new Brand("نشرة · Nashra", null, color("#0f2d46"), color("#e7a33c"), color("#faf6ee"), "");

  public Brand {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a brand without a name");
    }
  }

  /**
   * A colour as in HTML: {@code #0f2d46} or {@code #fff}.
   *
   * @throws IllegalArgumentException with a message fit for the operator
   */
  public static Color color(String hex) {
    var match = HEX.matcher(hex.strip());
    if (!match.matches()) {
      throw new IllegalArgumentException("\"" + hex + "\" is no colour like #0f2d46");
    }
    var digits = match.group(1);
    if (digits.length() == 3) {
      digits = digits.replaceAll("(.)", "$1$1");
    }
    return new Color(Integer.parseInt(digits, 16));
  }

  public Brand withName(String newName) {
    return new Brand(newName, logo, primary, accent, background, handle);
  }

  public Brand withLogo(@Nullable Path newLogo) {
    return new Brand(name, newLogo, primary, accent, background, handle);
  }

  public Brand withColors(Color newPrimary, Color newAccent, Color newBackground) {
    return new Brand(name, logo, newPrimary, newAccent, newBackground, handle);
  }
}
