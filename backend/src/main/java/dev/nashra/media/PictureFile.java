package dev.nashra.media;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/** Writes a picture to a file, whole or not at all: beside it first, then renamed. */
public final class PictureFile {
  private static final float JPEG_QUALITY = 0.92f;
  private static final Set<String> JPEG = Set.of("jpg", "jpeg");

  private PictureFile() {}

  /**
   * Writes PNG or JPEG, by the end of the name; the folder is made if need be.
   *
   * @return its bytes
   * @throws IllegalArgumentException for another kind of file
   */
  public static long write(BufferedImage picture, Path file) throws IOException {
    var format = format(file);
    var target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    // Not a temporary file: those are for their owner alone, and this one will be served.
    var aside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      encode(picture, format, aside);
      var bytes = Files.size(aside);
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      return bytes;
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** Whether {@link #write} can write a file of this name. */
  public static boolean isPicture(Path file) {
    var extension = extension(file);
    return extension.equals("png") || JPEG.contains(extension);
  }

  private static String format(Path file) {
    if (!isPicture(file)) {
      throw new IllegalArgumentException(file + " must end in .png, .jpg or .jpeg");
    }
    return JPEG.contains(extension(file)) ? "jpeg" : "png";
  }

  private static String extension(Path file) {
    var name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static void encode(BufferedImage picture, String format, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      var settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      // For PNG this is how hard zlib tries: 0 is hardest, and slow; the sizes hardly differ.
      settings.setCompressionQuality(format.equals("jpeg") ? JPEG_QUALITY : 0.5f);
      writer.write(null, new IIOImage(bytewise(picture), null, null), settings);
    } finally {
      writer.dispose();
    }
  }

  /** A byte for each colour: writers take pictures of whole pixels apart one number at a time. */
  private static BufferedImage bytewise(BufferedImage picture) {
    if (picture.getType() != BufferedImage.TYPE_INT_RGB) {
      return picture;
    }
    var bytes =
        new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    var graphics = bytes.createGraphics();
    graphics.drawImage(picture, 0, 0, null);
    graphics.dispose();
    return bytes;
  }
}
