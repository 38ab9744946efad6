package dev.nashra.bot.download;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;

/** Small files that are what they say, for tests. */
final class Samples {
  private Samples() {}

  /** An MPEG-4 file with a header; 0 wide: sound alone. */
  static byte[] mp4(int seconds, int width, int height, int mediaBytes) {
    var movieHeader = ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, seconds * 1000);
    var trackHeader = ByteBuffer.allocate(84).putInt(76, width << 16).putInt(80, height << 16);
    var track = box("trak", box("tkhd", trackHeader.array()));
    return joined(
        box("ftyp", "isom\0\0\2\0isomiso2mp41".getBytes(StandardCharsets.ISO_8859_1)),
        box("free", new byte[20]),
        box("moov", joined(box("mvhd", movieHeader.array()), track)),
        box("mdat", new byte[mediaBytes]));
  }

  static byte[] png(int width, int height) {
    try (var out = new ByteArrayOutputStream()) {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY), "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] box(String type, byte[] content) {
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    try (var out = new ByteArrayOutputStream()) {
      for (var part : parts) {
        out.write(part);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
