package dev.nashra.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Says which process owns an embedded server's folder; the kernel releases it when that dies. */
final class PostgresLock implements AutoCloseable {
  private final FileChannel channel;

  private PostgresLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock; empty while another process has it. */
  static Optional<PostgresLock> tryLock(PostgresHome home) {
    try {
      var channel =
          FileChannel.open(file(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return Optional.empty();
      }
      Files.writeString(
          home.folder().resolve("owner"), Long.toString(ProcessHandle.current().pid()));
      return Optional.of(new PostgresLock(channel));
    } catch (AccessDeniedException e) {
      throw new EmbeddedPostgresException(ServerUser.belongsToAnother(file(home)), e);
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The database's folder cannot be written: " + e.getMessage(), e);
    }
  }

  private static Path file(PostgresHome home) {
    return home.folder().resolve("lock");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
