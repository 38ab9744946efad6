package dev.nashra.cli;

import dev.nashra.media.Brief;
import dev.nashra.media.PictureFile;
import dev.nashra.media.card.CardFormat;
import dev.nashra.media.card.CardRenderer;
import dev.nashra.media.card.UnusableLogoException;
import dev.nashra.media.type.Faces;
import dev.nashra.media.type.UnusableFontException;
import dev.nashra.media.type.UnwritableLanguageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Draws the card of one story. */
@Command(
    name = "card",
    description = {
      "Draw a story's card or social image.",
      "Reads one story as JSON on standard input: {\"headline\", \"lead\", \"language\","
          + " \"key_points\":[], \"sources\":[], \"published\", \"id\"}; only the headline is needed."
    })
final class CardCommand extends StoryCommand {
  @Option(
      names = {"--format", "--size"},
      paramLabel = "FORMAT",
      converter = FormatConverter.class,
      defaultValue = "card",
      description =
          "card or 1080x1350 (default), link or 1200x630, square or 1080x1080, vertical or"
              + " 1080x1920.")
  private CardFormat format;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      converter = ZoneConverter.class,
      description = "Time zone of the date, such as Africa/Cairo (default: UTC).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--fonts",
      paramLabel = "PATH",
      description = "A font file, or a folder of them, to be used before the bundled faces.")
  private @Nullable Path fonts;

  @Mixin private BrandOptions brand;

  /** What was written. */
  record Written(String file, String format, int width, int height, long bytes) {
    @Override
    public String toString() {
      return "Wrote %s: %s, %d × %d, %d KB"
          .formatted(file, format, width, height, Math.ceilDiv(bytes, 1024));
    }
  }

  @Override
  protected Object make(Brief story, Path file) throws IOException {
    if (!PictureFile.isPicture(file)) {
      throw new UnusableOptionException("--out must end in .png, .jpg or .jpeg: " + file);
    }
    try {
      var renderer = new CardRenderer(Faces.with(fonts), zone == null ? ZoneOffset.UTC : zone);
      var bytes = renderer.write(story, brand.brand(), format, file);
      return new Written(file.toString(), format.label(), format.width(), format.height(), bytes);
    } catch (UnusableLogoException | UnusableFontException e) {
      throw new UnusableOptionException(String.valueOf(e.getMessage()));
    } catch (UnwritableLanguageException e) {
      throw new BadStoryException("cannot be drawn: " + e.getMessage());
    }
  }

  static final class FormatConverter implements ITypeConverter<CardFormat> {
    @Override
    public CardFormat convert(String text) {
      return CardFormat.named(text)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"" + text + "\" is none of card, link, square, vertical or their sizes"));
    }
  }

  static final class ZoneConverter implements ITypeConverter<ZoneId> {
    @Override
    public ZoneId convert(String text) {
      try {
        return ZoneId.of(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException("\"" + text + "\" is no time zone like Africa/Cairo");
      }
    }
  }
}
