package dev.nashra.bot.download;

import dev.nashra.telegram.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Decides by its content what a downloaded file is, and whether it can be sent. */
final class Inspector {
  /** Telegram's limits of photos. */
  private static final int MOST_WIDTH_AND_HEIGHT = 10_000;

  private static final int MOST_RATIO = 20;

  private static final int LONGEST_TITLE = 200;

  private final Limits limits;

  Inspector(Limits limits) {
    this.limits = limits;
  }

  Limits limits() {
    return limits;
  }

  /**
   * Takes a file of the download's folder; it gets a name of ours there.
   *
   * @param title as the site gives it; may be empty
   */
  Found accept(Path file, String title) throws IOException {
    long bytes = Files.size(file);
    if (bytes > limits.bytes()) {
      return new Found.Nothing(Failure.TOO_LARGE, "%,d bytes".formatted(bytes));
    }
    var type = FileType.of(head(file));
    if (type.isEmpty()) {
      return new Found.Nothing(Failure.UNSUPPORTED, "neither picture nor sound nor video");
    }
    var media = shaped(file, type.get(), bytes);
    if (media.duration().compareTo(limits.duration()) > 0) {
      return new Found.Nothing(Failure.TOO_LONG, "%d s".formatted(media.seconds()));
    }
    Files.move(file, file.resolveSibling(media.name()));
    return new Found.Media(media.titled(oneLine(title)));
  }

  private static byte[] head(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(FileType.HEAD_BYTES);
    }
  }

  private static MediaFile shaped(Path file, FileType type, long bytes) throws IOException {
    if (type.isMp4()) {
      var header = Mp4Header.of(file).orElse(new Mp4Header(0, 1, 1));
      var shown = header.width() == 0 ? type.withoutPictures() : type;
      return header.width() <= 1
          ? media(shown, bytes, 0, 0, header.seconds())
          : media(shown, bytes, header.width(), header.height(), header.seconds());
    }
    return type.kind() == MediaKind.PHOTO
        ? picture(file, type, bytes)
        : media(type, bytes, 0, 0, 0);
  }

  private static MediaFile picture(Path file, FileType type, long bytes) {
    var size = size(file);
    int width = size[0];
    int height = size[1];
    var isPhoto =
        bytes <= Limits.OF_PHOTO
            && width + height <= MOST_WIDTH_AND_HEIGHT
            && Math.max(width, height) <= (long) MOST_RATIO * Math.min(width, height);
    // Of formats that Java does not read, the size is unknown: Telegram has the last word.
    return media(isPhoto ? type : type.asDocument(), bytes, width, height, 0);
  }

  /** From its header alone: a picture can be a few bytes and a few billion pixels. */
  private static int[] size(Path file) {
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      var readers = ImageIO.getImageReaders(in);
      if (readers.hasNext()) {
        var reader = readers.next();
        try {
          reader.setInput(in, true, true);
          return new int[] {reader.getWidth(0), reader.getHeight(0)};
        } finally {
          reader.dispose();
        }
      }
    } catch (IOException | RuntimeException e) {
      // A broken picture may still be one that Telegram shows.
    }
    return new int[] {0, 0};
  }

  private static MediaFile media(FileType type, long bytes, int width, int height, long seconds) {
    return new MediaFile(
        "media." + type.extension(),
        type.kind(),
        type.mediaType(),
        bytes,
        width,
        height,
        seconds,
        "");
  }

  private static String oneLine(String title) {
    // Marks of direction could turn around what stands beside the title.
    var line = title.replaceAll("[\\p{Cntrl}\\u202a-\\u202e\\u2066-\\u2069\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST_TITLE
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
  }
}
