package dev.nashra.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.worker.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftoversTest {
  @TempDir private Path data;

  @Test
  void whatAKilledProcessHadBegunIsRemovedInTheFirstCycleOnly() throws IOException {
    var folders = new Folders(data);
    var day = Files.createDirectories(folders.media().resolve("2026/03/04"));
    var reel = Files.createFile(day.resolve("7-9-reel.mp4"));
    var half = Files.createFile(day.resolve(".8-9-reel.mp4.part.mp4"));
    var picture = Files.createFile(day.resolve(".picture123.part"));
    var page = Files.createFile(Files.createDirectories(folders.published()).resolve(".7.tmp"));
    var leftovers = new Leftovers(folders);

    leftovers.cycleStarted(1, Mode.ORIGINAL, List.of());

    assertTrue(Files.exists(reel));
    assertFalse(Files.exists(half));
    assertFalse(Files.exists(picture));
    assertFalse(Files.exists(page));

    Files.createFile(half); // by a job of this process, which a later cycle must leave to it
    leftovers.cycleStarted(2, Mode.ORIGINAL, List.of());
    assertTrue(Files.exists(half));
  }

  @Test
  void aNearlyFullDiskIsNamedWithWhatToDo() {
    var warning = new DiskSpace(data, DiskSpace.ENOUGH_BYTES).warning(12 << 20);

    assertTrue(warning.startsWith("Only 12 MB are free"), warning);
    assertTrue(warning.contains("DATA_DIR"), warning);
  }
}
