package dev.nashra.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** What is left of the heap's contents after a collection: what is really in use. */
final class HeapInUse {
  private HeapInUse() {}

  static long megabytes() {
    long bytes = 0;
    for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
      var usage = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
      bytes += usage == null ? 0 : usage.getUsed();
    }
    return bytes >> 20;
  }
}
