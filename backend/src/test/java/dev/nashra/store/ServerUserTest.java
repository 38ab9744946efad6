package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerUserTest {
  private static final int NOBODY = 65_534;

  @TempDir private Path folder;

  /** As "cp -r" by root leaves it: everything root's, and open to look into. */
  @Test
  void aCopiedClusterIsTakenOverByRoot() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root gives files away");
    var cluster = Files.createDirectories(folder.resolve("cluster"));
    var file = Files.createFile(Files.createDirectories(cluster.resolve("base/1")).resolve("2"));
    Files.createSymbolicLink(cluster.resolve("pg_tblspc"), folder.resolve("elsewhere"));
    Files.setPosixFilePermissions(cluster, PosixFilePermissions.fromString("rwxr-xr-x"));

    ServerUser.takeOver(cluster);

    assertEquals(NOBODY, Files.getAttribute(cluster, "unix:uid"));
    assertEquals(NOBODY, Files.getAttribute(file, "unix:uid"));
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(cluster)));
  }

  @Test
  void aFolderOfAnotherUserSaysWhatToDo() {
    var message = ServerUser.belongsToAnother(folder.resolve("cluster"));

    assertTrue(message.contains("chown -R"), message);
    assertTrue(message.endsWith(" " + folder), message);
  }
}
