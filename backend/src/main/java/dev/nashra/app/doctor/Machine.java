package dev.nashra.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Java, memory and disk. */
final class Machine {
  private static final int OLDEST_JAVA = 25;
  private static final long MB = 1L << 20;
  private static final long ENOUGH_MEMORY = 400 * MB;
  private static final long ENOUGH_DISK = 2048 * MB;
  private static final long LEAST_DISK = 200 * MB;

  private Machine() {}

  static Finding java() {
    var found =
        "%s (%s), %s"
            .formatted(
                Runtime.version(),
                System.getProperty("java.vendor"),
                System.getProperty("java.home"));
    return Runtime.version().feature() >= OLDEST_JAVA
        ? Finding.ok("Java", found)
        : Finding.problem("Java", found, "Install a JDK " + OLDEST_JAVA + " or newer.");
  }

  /** The JDK knows the limit of a container (cgroup 1 and 2) and takes it for the whole memory. */
  static Finding memory() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return memory(system.getTotalMemorySize(), Runtime.getRuntime().maxMemory());
  }

  static Finding memory(long total, long heap) {
    var found = "%s for everything, %s of it for Java's heap".formatted(size(total), size(heap));
    return total >= ENOUGH_MEMORY
        ? Finding.ok("Memory", found)
        : Finding.warning(
            "Memory",
            found,
            "Reels want about 400 MB: give the container more, or set REELS_PER_CYCLE=0.");
  }

  static Finding disk(Path folder) throws IOException {
    var existing = existing(folder.toAbsolutePath().normalize());
    if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
      return Finding.problem(
          "Disk",
          existing + " cannot be written",
          "Let this user write there, or set DATA_DIR to another folder.");
    }
    return disk(folder, Files.getFileStore(existing).getUsableSpace());
  }

  static Finding disk(Path folder, long free) {
    var found = "%s free in %s".formatted(size(free), folder.toAbsolutePath().normalize());
    var whatToDo = "Make room, or set DATA_DIR to a folder on a larger disk.";
    if (free < LEAST_DISK) {
      return Finding.problem("Disk", found, whatToDo);
    }
    return free < ENOUGH_DISK
        ? Finding.warning("Disk", found, whatToDo)
        : Finding.ok("Disk", found);
  }

  private static Path existing(Path folder) {
    var parent = folder.getParent();
    return Files.exists(folder) || parent == null ? folder : existing(parent);
  }

  private static String size(long bytes) {
    return bytes >= 10_000 * MB
        ? "%.0f GB".formatted(bytes / 1024.0 / MB)
        : String.format(Locale.ROOT, "%,d MB", bytes / MB);
  }
}
