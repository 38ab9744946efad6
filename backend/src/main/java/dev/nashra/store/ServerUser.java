package dev.nashra.store;

import dev.nashra.process.Command;
import dev.nashra.process.Command.User;
import dev.nashra.process.SearchPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who runs the embedded server and owns its files: we ourselves, or "nobody" when we are root,
 * because PostgreSQL refuses to run as root.
 */
final class ServerUser {
  private static final Logger LOG = LoggerFactory.getLogger(ServerUser.class);
  private static final int NOBODY = 65_534;

  private ServerUser() {}

  /** The command as that user. */
  static Command runs(Command command, Path folder) {
    if (!weAreRoot()) {
      return command;
    }
    if (SearchPath.find("setpriv").isEmpty()) {
      throw new EmbeddedPostgresException(
          "PostgreSQL refuses to run as root, and setpriv (package util-linux) is not here to run"
              + " it as another user. Install it, start Nashra as another user, or set"
              + " DATABASE_URL.");
    }
    return command.as(new User(NOBODY, NOBODY, !isOpenToAll(folder)));
  }

  private static boolean isOpenToAll(Path folder) {
    try {
      for (var path = folder; path != null; path = path.getParent()) {
        if (!PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).endsWith("x")) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A folder that only the user may enter, made if need be. */
  static void makeOwn(Path folder) throws IOException {
    Files.createDirectories(folder);
    close(folder);
    give(folder);
  }

  private static void close(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }

  /** Makes a file the user's; it is that already when we are not root. */
  static void give(Path path) throws IOException {
    if (weAreRoot()) {
      Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }
  }

  /**
   * Makes a cluster the user's that came here under another one, as by copying it.
   *
   * @throws EmbeddedPostgresException with what to do when we may not
   */
  static void takeOver(Path cluster) {
    try {
      if (weAreRoot()) {
        if (!Files.getAttribute(cluster, "unix:uid").equals(NOBODY)) {
          LOG.info("{} belonged to another user; it becomes that of the database", cluster);
          giveTree(cluster);
        }
      } else if (!Files.isWritable(cluster)) {
        throw new EmbeddedPostgresException(belongsToAnother(cluster));
      }
      close(cluster);
    } catch (IOException e) {
      throw new EmbeddedPostgresException(belongsToAnother(cluster), e);
    }
  }

  private static void giveTree(Path cluster) throws IOException {
    try (var files = Files.walk(cluster)) {
      for (var file : files.toList()) {
        give(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** What to say when the files are not ours. */
  static String belongsToAnother(Path path) {
    var user = ownerOf(Path.of("/proc/self"));
    return ("%s belongs to the user %s, and Nashra runs as %s."
            + " Start it as that user, or as root hand the folder over: chown -R %s %s")
        .formatted(path, ownerOf(path), user, user, path.getParent());
  }

  /** Containers run under numbers without a name, which Java's own property does not know. */
  private static String ownerOf(Path path) {
    try {
      return Files.getOwner(path).getName();
    } catch (IOException e) {
      return System.getProperty("user.name");
    }
  }

  private static boolean weAreRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
