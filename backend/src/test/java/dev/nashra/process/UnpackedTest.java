package dev.nashra.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UnpackedTest {
  @TempDir private Path cache;

  private final AtomicInteger fills = new AtomicInteger();

  @Test
  void aFolderIsFilledOnce() throws IOException {
    var folder = Unpacked.folder(cache, "tool-1", this::fill);
    Unpacked.folder(cache, "tool-1", this::fill);

    assertEquals("content", Files.readString(folder.resolve("file")));
    assertEquals(1, fills.get());
  }

  @Test
  void threadsThatWantItAtOnceGetOneFolder() throws Exception {
    Callable<Path> unpack = () -> Unpacked.folder(cache, "tool-1", this::fill);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (var folder : threads.invokeAll(List.of(unpack, unpack, unpack, unpack))) {
        assertTrue(Files.exists(folder.get().resolve("file")));
      }
    }
    assertEquals(1, fills.get());
  }

  @Test
  void anotherProcessThatWasFasterWins() throws IOException {
    var folder =
        Unpacked.folder(
            cache,
            "tool-1",
            aside -> {
              fill(aside);
              Files.createDirectory(cache.resolve("tool-1"));
              Files.writeString(cache.resolve("tool-1").resolve("file"), "theirs");
            });

    assertEquals("theirs", Files.readString(folder.resolve("file")));
    assertEquals(List.of("tool-1"), names());
  }

  @Test
  void aFillThatFailsLeavesNothing() throws IOException {
    assertThrows(
        IOException.class,
        () ->
            Unpacked.folder(
                cache,
                "tool-1",
                aside -> {
                  fill(aside);
                  throw new IOException("disk full");
                }));

    assertEquals(List.of(), names());
  }

  @Test
  void whatAKilledProcessLeftIsCleared() throws IOException {
    var leftover = Files.createDirectory(cache.resolve(".tool-1.of-process-999999999"));
    Files.writeString(leftover.resolve("half"), "");

    Unpacked.folder(cache, "tool-1", this::fill);

    assertFalse(Files.exists(leftover));
  }

  private void fill(Path folder) throws IOException {
    fills.incrementAndGet();
    Files.writeString(folder.resolve("file"), "content");
  }

  private List<String> names() throws IOException {
    try (var entries = Files.list(cache)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
