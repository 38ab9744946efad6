package dev.nashra.media.type;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The two weights that everything is set in.
 *
 * <p>Bundled is IBM Plex Sans, which draws Latin, Cyrillic, Greek, Arabic and Hebrew as one family;
 * behind it DejaVu Sans. An operator's own faces go before both.
 */
public record Faces(FontStack regular, FontStack bold) {
  private static final String BUNDLED = "/fonts/";
  private static final String LAST_RESORT = "/net/sf/jasperreports/fonts/dejavu/";
  private static final List<String> FAMILIES =
      List.of("IBMPlexSans", "IBMPlexSansArabic", "IBMPlexSansHebrew");
  private static final Map<TextAttribute, Object> SHAPING =
      Map.of(
          TextAttribute.KERNING, TextAttribute.KERNING_ON,
          TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON);

  /** The faces inside the program. */
  public static Faces bundled() {
    return with(null);
  }

  /**
   * The operator's faces before the bundled ones.
   *
   * @param own a font file, or a folder whose {@code ttf}, {@code otf} and {@code ttc} files are
   *     taken in order of name; those with "bold", "black" or "heavy" in their face name set the
   *     bold weight. If one weight is missing, the other stands in. Null for none.
   * @throws UnusableFontException if it cannot be read or is no font
   */
  public static Faces with(@Nullable Path own) {
    FontSetup.prepare();
    var ownFaces = own == null ? List.<Font>of() : load(own);
    var ownBold = ownFaces.stream().filter(Faces::isBold).toList();
    var ownRegular = ownFaces.stream().filter(face -> !isBold(face)).toList();
    return new Faces(
        stack(ownRegular.isEmpty() ? ownBold : ownRegular, "Regular", "DejaVuSans.ttf"),
        stack(ownBold.isEmpty() ? ownRegular : ownBold, "Bold", "DejaVuSans-Bold.ttf"));
  }

  /**
   * Refuses a headline most of whose letters no face has.
   *
   * @throws UnwritableLanguageException if that is so
   */
  public void requireLetters(String language, String headline, Direction direction) {
    var wanted = letters(headline);
    var shown = letters(ShownText.of(headline, bold, direction));
    if (2 * shown < wanted || shown == 0) {
      throw new UnwritableLanguageException(language, headline);
    }
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static FontStack stack(List<Font> own, String weight, String lastResort) {
    var faces = new ArrayList<>(own);
    FAMILIES.forEach(family -> faces.add(resource(BUNDLED + family + "-" + weight + ".ttf")));
    return new FontStack(faces, once(() -> resource(LAST_RESORT + lastResort)));
  }

  private static List<Font> load(Path own) {
    try {
      var faces = new ArrayList<Font>();
      for (var file : fontFiles(own)) {
        Arrays.stream(Font.createFonts(file.toFile())).map(Faces::shaped).forEach(faces::add);
      }
      if (faces.isEmpty()) {
        throw new UnusableFontException(own, "has no ttf, otf or ttc file", null);
      }
      return faces;
    } catch (IOException e) {
      throw new UnusableFontException(own, "cannot be read", e);
    } catch (FontFormatException e) {
      throw new UnusableFontException(own, "is not a font", e);
    }
  }

  private static List<Path> fontFiles(Path own) throws IOException {
    if (!Files.isDirectory(own)) {
      return List.of(own);
    }
    try (Stream<Path> files = Files.list(own)) {
      return files.filter(Faces::hasFontName).sorted().toList();
    }
  }

  private static boolean hasFontName(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(ttf|otf|ttc)");
  }

  private static boolean isBold(Font face) {
    return face.getFontName(Locale.ROOT).toLowerCase(Locale.ROOT).matches(".*(bold|black|heavy).*");
  }

  private static Font resource(String name) {
    try (InputStream in = Objects.requireNonNull(Faces.class.getResourceAsStream(name), name)) {
      return shaped(Font.createFont(Font.TRUETYPE_FONT, in));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load the bundled font " + name, e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("the bundled font " + name + " is broken", e);
    }
  }

  private static Font shaped(Font font) {
    return font.deriveFont(SHAPING);
  }

  private static Supplier<Font> once(Supplier<Font> source) {
    return new Supplier<>() {
      private @Nullable Font font; // guarded by this

      @Override
      public synchronized Font get() {
        var loaded = font;
        if (loaded == null) {
          loaded = source.get();
          font = loaded;
        }
        return loaded;
      }
    };
  }
}
