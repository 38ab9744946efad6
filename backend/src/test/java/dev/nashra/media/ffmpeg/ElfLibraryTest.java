package dev.nashra.media.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nashra.process.JarFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ElfLibraryTest {
  private static final Set<String> XCB = Set.of("libxcb.so.1", "libxcb-shm.so.0");

  @Test
  void neededLibrariesAreDropped() throws IOException {
    var library = new ElfLibrary(libavdevice());
    assertTrue(library.needed().containsAll(XCB));

    assertEquals(2, library.drop(XCB, Set.of("xcb_")));

    assertFalse(library.needed().stream().anyMatch(XCB::contains));
    assertTrue(library.needed().contains("libc.so.6"));
    assertEquals(0, library.drop(XCB, Set.of("xcb_")));
  }

  @Test
  void otherNeedsAreKept() throws IOException {
    var library = new ElfLibrary(libavdevice());
    var before = library.needed();

    library.drop(XCB, Set.of("xcb_"));

    before.stream()
        .filter(name -> !XCB.contains(name))
        .forEach(name -> assertTrue(library.needed().contains(name), name));
  }

  @Test
  void somethingElseIsNoLibrary() {
    assertThrows(IllegalArgumentException.class, () -> new ElfLibrary(new byte[200]));
    assertThrows(IllegalArgumentException.class, () -> new ElfLibrary(new byte[0]));
  }

  private static byte[] libavdevice() throws IOException {
    var jar = JarFolder.holding("org/bytedeco/ffmpeg/linux-x86_64", "ffmpeg");
    assumeTrue(jar.isPresent(), "no ffmpeg is bundled for this machine");
    var bytes = new ByteArrayOutputStream();
    jar.get()
        .forEach(
            (name, content) -> {
              if (name.startsWith("libavdevice.so")) {
                content.transferTo(bytes);
              }
            });
    return bytes.toByteArray();
  }
}
