package dev.nashra.cli;

import dev.nashra.media.Brand;
import java.awt.Color;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that dress what is made in a newsroom's colours; each has a good default. */
final class BrandOptions {
  @Option(names = "--brand-name", paramLabel = "NAME", description = "The newsroom's name.")
  private @Nullable String name;

  @Option(
      names = "--logo",
      paramLabel = "FILE",
      description = "PNG, JPEG or GIF; without one, the name's first letter.")
  private @Nullable Path logo;

  @Option(
      names = "--primary",
      paramLabel = "#RRGGBB",
      converter = ColorConverter.class,
      description = "The dark colour: grounds and headlines.")
  private @Nullable Color primary;

  @Option(
      names = "--accent",
      paramLabel = "#RRGGBB",
      converter = ColorConverter.class,
      description = "Marks and labels.")
  private @Nullable Color accent;

  @Option(
      names = "--background",
      paramLabel = "#RRGGBB",
      converter = ColorConverter.class,
      description = "The light ground.")
  private @Nullable Color background;

  @Option(
      names = "--handle",
      paramLabel = "TEXT",
      description = "An address or account name for the footer.")
  private @Nullable String handle;

  Brand brand() {
    var standard = Brand.DEFAULT;
    return new Brand(
        name == null || name.isBlank() ? standard.name() : name,
        logo,
        primary == null ? standard.primary() : primary,
        accent == null ? standard.accent() : accent,
        background == null ? standard.background() : background,
        handle == null ? standard.handle() : handle);
  }

  static final class ColorConverter implements ITypeConverter<Color> {
    @Override
    public Color convert(String hex) {
      try {
        return Brand.color(hex);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
