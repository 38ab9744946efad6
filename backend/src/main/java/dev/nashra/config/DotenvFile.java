package dev.nashra.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code .env} file as a program changes it: one line, and every other byte stays as it is.
 *
 * <p>A reader finds the old file or the new one, never half of one; the old one stays beside it as
 * {@code .env.bak}.
 */
public final class DotenvFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  /** The file need not exist. A link is followed: what it points to is changed. */
  public DotenvFile(Path file) throws IOException {
    this.file = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize();
  }

  public Path path() {
    return file;
  }

  /** What the file says of a variable; empty when it says nothing. */
  public Optional<String> value(String variable) throws IOException {
    return DotenvText.value(read(), variable);
  }

  /** When the last change was, if any: the backup is the file as it was before. */
  public Optional<Instant> backupMade() throws IOException {
    return Files.exists(backup())
        ? Optional.of(Files.getLastModifiedTime(backup()).toInstant())
        : Optional.empty();
  }

  public Path backup() {
    return file.resolveSibling(file.getFileName() + ".bak");
  }

  /**
   * Sets a variable.
   *
   * @param value a plain word
   * @return false when the file says so already, and is left alone
   */
  public boolean set(String variable, String value) throws IOException {
    var text = read();
    if (DotenvText.value(text, variable).filter(value::equals).isPresent()) {
      return false;
    }
    var like = Files.exists(file) ? attributes() : null;
    if (Files.exists(file)) {
      replace(backup(), text, like);
    }
    replace(file, DotenvText.with(text, variable, value), like);
    return true;
  }

  /** Byte for byte: whatever the encoding of its comments, they come out as they went in. */
  private String read() throws IOException {
    return Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
  }

  private PosixFileAttributes attributes() throws IOException {
    return Files.readAttributes(file, PosixFileAttributes.class);
  }

  private static void replace(Path target, String text, @Nullable PosixFileAttributes like)
      throws IOException {
    var aside = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(aside); // what a killed process left
    try {
      // It may hold secrets: nobody else can open it before it has its permissions.
      if (like == null) {
        Files.createFile(aside);
      } else {
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        dress(aside, like);
      }
      write(aside, text);
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  private static void dress(Path aside, PosixFileAttributes like) throws IOException {
    var view =
        Files.getFileAttributeView(aside, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    var own = view.readAttributes();
    // Only root can; for anybody else a file of another owner stays unchanged, with an error.
    if (!own.owner().equals(like.owner())) {
      view.setOwner(like.owner());
    }
    if (!own.group().equals(like.group())) {
      view.setGroup(like.group());
    }
    view.setPermissions(like.permissions());
  }

  private static void write(Path aside, String text) throws IOException {
    try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(text.getBytes(ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }
}
