package dev.nashra.bot.download;

import dev.nashra.telegram.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file is, told from its first bytes: names and Content-Type are what somebody claims.
 *
 * @param kind as what Telegram can show it
 */
record FileType(MediaKind kind, String mediaType, String extension) {
  /** So many bytes are enough. */
  static final int HEAD_BYTES = 16;

  private static final FileType MP4 = new FileType(MediaKind.VIDEO, "video/mp4", "mp4");
  private static final FileType M4A = new FileType(MediaKind.AUDIO, "audio/mp4", "m4a");
  private static final FileType MP3 = new FileType(MediaKind.AUDIO, "audio/mpeg", "mp3");
  private static final FileType AAC = new FileType(MediaKind.DOCUMENT, "audio/aac", "aac");
  private static final Set<String> PICTURE_BRANDS = Set.of("avif", "avis", "heic", "heix", "mif1");

  private static final List<Mark> MARKS =
      List.of(
          new Mark(0, "\u00ff\u00d8\u00ff", new FileType(MediaKind.PHOTO, "image/jpeg", "jpg")),
          new Mark(0, "\u0089PNG\r\n\u001a\n", new FileType(MediaKind.PHOTO, "image/png", "png")),
          new Mark(8, "WEBP", new FileType(MediaKind.PHOTO, "image/webp", "webp")),
          new Mark(0, "GIF8", new FileType(MediaKind.ANIMATION, "image/gif", "gif")),
          new Mark(0, "ID3", MP3),
          new Mark(
              0, "\u001aE\u00df\u00a3", new FileType(MediaKind.DOCUMENT, "video/webm", "webm")),
          new Mark(0, "OggS", new FileType(MediaKind.DOCUMENT, "audio/ogg", "ogg")),
          new Mark(0, "fLaC", new FileType(MediaKind.DOCUMENT, "audio/flac", "flac")),
          new Mark(8, "WAVE", new FileType(MediaKind.DOCUMENT, "audio/wav", "wav")),
          new Mark(8, "AVI ", new FileType(MediaKind.DOCUMENT, "video/x-msvideo", "avi")),
          new Mark(0, "FLV\u0001", new FileType(MediaKind.DOCUMENT, "video/x-flv", "flv")));

  private record Mark(int at, String bytes, FileType type) {
    boolean isIn(String head) {
      return head.startsWith(bytes, at);
    }
  }

  /** Empty for what is neither picture nor sound nor video. */
  static Optional<FileType> of(byte[] file) {
    var head =
        new String(
            Arrays.copyOf(file, Math.min(file.length, HEAD_BYTES)), StandardCharsets.ISO_8859_1);
    if (head.startsWith("ftyp", 4) && head.length() >= 12) {
      return Optional.of(ofBrand(head.substring(8, 12)));
    }
    return MARKS.stream()
        .filter(mark -> mark.isIn(head))
        .findFirst()
        .map(Mark::type)
        .or(() -> ofFrame(head));
  }

  private static FileType ofBrand(String brand) {
    if (brand.equals("M4A ") || brand.equals("M4B ")) {
      return M4A;
    }
    if (brand.equals("qt  ")) {
      return new FileType(MediaKind.DOCUMENT, "video/quicktime", "mov");
    }
    return PICTURE_BRANDS.contains(brand)
        ? new FileType(MediaKind.DOCUMENT, "image/" + brand, brand.strip())
        : MP4;
  }

  /** MPEG audio without a tag begins with a frame: eleven bits, then version and layer. */
  private static Optional<FileType> ofFrame(String head) {
    if (head.length() < 2 || head.charAt(0) != 0xff || (head.charAt(1) & 0xe0) != 0xe0) {
      return Optional.empty();
    }
    int layer = head.charAt(1) & 0x06;
    return switch (layer) {
      case 0 -> (head.charAt(1) & 0xf0) == 0xf0 ? Optional.of(AAC) : Optional.empty();
      case 2 -> Optional.of(MP3);
      default -> Optional.empty();
    };
  }

  /** This without its pictures: sound in the container of a video. */
  FileType withoutPictures() {
    return equals(MP4) ? M4A : this;
  }

  FileType asDocument() {
    return new FileType(MediaKind.DOCUMENT, mediaType, extension);
  }

  boolean isMp4() {
    return equals(MP4) || equals(M4A) || extension.equals("mov");
  }
}
