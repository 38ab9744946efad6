package dev.nashra.media.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A 64-bit little-endian shared library in memory whose need of other libraries can be dropped.
 *
 * <p>Three things of its dynamic section change, all in place (the System V ABI, chapter 5, and the
 * Linux Standard Base on symbol versions): the entries that name the dropped libraries name libc
 * instead, which is loaded anyway; the list of wanted versions skips them; and the functions that
 * came from them become weak, so that they may stay missing. Whoever calls one crashes: only for
 * code that never runs.
 */
final class ElfLibrary {
  private static final int ELF_MAGIC = 0x464c457f;
  private static final int PROGRAM_HEADER_BYTES = 56;
  private static final int SEGMENT_LOAD = 1;
  private static final int SEGMENT_DYNAMIC = 2;
  private static final int DYNAMIC_ENTRY_BYTES = 16;
  private static final long TAG_END = 0;
  private static final long TAG_NEEDED = 1;
  private static final long TAG_STRINGS = 5;
  private static final long TAG_SYMBOLS = 6;
  private static final long TAG_VERSION_OF_SYMBOL = 0x6ffffff0L;
  private static final long TAG_VERSIONS_NEEDED = 0x6ffffffeL;
  private static final long TAG_VERSIONS_NEEDED_COUNT = 0x6fffffffL;
  private static final int SYMBOL_BYTES = 24;
  private static final int BINDING_WEAK = 0x20;
  private static final short VERSION_GLOBAL = 1;
  private static final String ALWAYS_LOADED = "libc.so.6";

  private final ByteBuffer bytes;
  private final List<Segment> segments = new ArrayList<>();

  /** Offsets in the file of the dynamic entries, by tag; a tag may occur often. */
  private final Map<Long, List<Integer>> dynamic = new HashMap<>();

  ElfLibrary(byte[] content) {
    bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < 64 || bytes.getInt(0) != ELF_MAGIC) {
      throw new IllegalArgumentException("not an ELF file");
    }
    readProgramHeaders();
  }

  /** The file names of the libraries that it needs. */
  List<String> needed() {
    return entries(TAG_NEEDED).stream().map(this::neededName).toList();
  }

  /**
   * Stops needing these libraries, whose functions all have one of these prefixes.
   *
   * @return how many of them it needed
   */
  int drop(Set<String> libraries, Set<String> functionPrefixes) {
    var dropped = entries(TAG_NEEDED).stream().filter(e -> libraries.contains(neededName(e)));
    var entries = dropped.toList();
    if (!entries.isEmpty()) {
      var libc = entries(TAG_NEEDED).stream().filter(e -> neededName(e).equals(ALWAYS_LOADED));
      long name = bytes.getLong(libc.findFirst().orElseThrow() + 8);
      entries.forEach(entry -> bytes.putLong(entry + 8, name));
      skipVersions(libraries);
      weaken(functionPrefixes);
    }
    return entries.size();
  }

  private void readProgramHeaders() {
    int headers = (int) bytes.getLong(32);
    int count = bytes.getShort(56) & 0xffff;
    for (int i = 0; i < count; i++) {
      int at = headers + i * PROGRAM_HEADER_BYTES;
      long fileOffset = bytes.getLong(at + 8);
      long size = bytes.getLong(at + 32);
      switch (bytes.getInt(at)) {
        case SEGMENT_LOAD -> segments.add(new Segment(bytes.getLong(at + 16), fileOffset, size));
        case SEGMENT_DYNAMIC -> readDynamic((int) fileOffset, (int) (fileOffset + size));
        default -> {}
      }
    }
  }

  private void readDynamic(int from, int to) {
    for (int at = from; at < to && bytes.getLong(at) != TAG_END; at += DYNAMIC_ENTRY_BYTES) {
      dynamic.computeIfAbsent(bytes.getLong(at), _ -> new ArrayList<>()).add(at);
    }
  }

  /** A chain of records, each with the distance to the next one; 0 ends it. */
  private void skipVersions(Set<String> libraries) {
    if (entries(TAG_VERSIONS_NEEDED).isEmpty()) {
      return;
    }
    int at = table(TAG_VERSIONS_NEEDED);
    long count = value(TAG_VERSIONS_NEEDED_COUNT);
    int kept = -1;
    for (long i = 0; i < count; i++) {
      int distance = bytes.getInt(at + 12);
      if (kept >= 0 && libraries.contains(string(bytes.getInt(at + 4)))) {
        bytes.putInt(kept + 12, distance == 0 ? 0 : at + distance - kept);
      } else {
        kept = at;
      }
      at += distance;
    }
  }

  /** The strings follow the symbols, as every linker lays them out. */
  private void weaken(Set<String> prefixes) {
    int symbols = table(TAG_SYMBOLS);
    int count = (table(TAG_STRINGS) - symbols) / SYMBOL_BYTES;
    for (int i = 1; i < count; i++) {
      int symbol = symbols + i * SYMBOL_BYTES;
      boolean undefined = bytes.getShort(symbol + 6) == 0;
      var name = string(bytes.getInt(symbol));
      if (undefined && prefixes.stream().anyMatch(name::startsWith)) {
        bytes.put(symbol + 4, (byte) ((bytes.get(symbol + 4) & 0xf) | BINDING_WEAK));
        bytes.putShort(table(TAG_VERSION_OF_SYMBOL) + 2 * i, VERSION_GLOBAL);
      }
    }
  }

  private List<Integer> entries(long tag) {
    return dynamic.getOrDefault(tag, List.of());
  }

  private String neededName(int entry) {
    return string(bytes.getLong(entry + 8));
  }

  private long value(long tag) {
    var entries = entries(tag);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("the library has no dynamic entry " + tag);
    }
    return bytes.getLong(entries.getFirst() + 8);
  }

  /** Where in the file the table lies whose address in memory the entry holds. */
  private int table(long tag) {
    long address = value(tag);
    for (var segment : segments) {
      if (address >= segment.address && address < segment.address + segment.size) {
        return (int) (address - segment.address + segment.offset);
      }
    }
    throw new IllegalArgumentException("address outside the file: " + address);
  }

  private String string(long offset) {
    int start = table(TAG_STRINGS) + (int) offset;
    int end = start;
    while (bytes.get(end) != 0) {
      end++;
    }
    var name = new byte[end - start];
    bytes.get(start, name);
    return new String(name, StandardCharsets.US_ASCII);
  }

  private record Segment(long address, long offset, long size) {}
}
