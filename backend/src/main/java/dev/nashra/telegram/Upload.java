package dev.nashra.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A file on its way to the server, never in memory as a whole. */
final class Upload extends RequestBody {
  private static final int PIECE = 1 << 16;

  private final Path file;
  private final MediaType type;
  private final long length;
  private final Wire wire;

  Upload(Path file, MediaType type, Wire wire) throws IOException {
    this.file = file;
    this.type = type;
    this.length = Files.size(file);
    this.wire = wire;
  }

  @Override
  public @Nullable MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return length;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    wire.uploadBegun();
    try (var source = open()) {
      long left = length;
      var piece = new Buffer();
      while (left > 0) {
        long read = read(source, piece, Math.min(left, PIECE));
        sink.write(piece, read);
        left -= read;
      }
    }
    wire.uploadDone();
  }

  private Source open() throws Wire.UnreadableFile {
    try {
      return Okio.source(file);
    } catch (IOException e) {
      throw new Wire.UnreadableFile(e);
    }
  }

  private static long read(Source source, Buffer piece, long most) throws Wire.UnreadableFile {
    try {
      long read = source.read(piece, most);
      if (read < 0) {
        throw new IOException("it became shorter while it was sent");
      }
      return read;
    } catch (IOException e) {
      throw new Wire.UnreadableFile(e);
    }
  }
}
