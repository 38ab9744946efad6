package dev.nashra.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Which IP addresses belong to the public internet.
 *
 * <p>The flags of {@link InetAddress} are not enough: none covers 100.64.0.0/10, 198.18.0.0/15 or
 * 64:ff9b::/96, and {@code isSiteLocalAddress} is false for fc00::/7. So the bytes are compared
 * with the IANA special-purpose registries.
 */
final class PublicAddress {
  private static final List<Block> REFUSED_V4 =
      List.of(
          Block.v4(0, 0, 0, 0, 8),
          Block.v4(10, 0, 0, 0, 8),
          Block.v4(100, 64, 0, 0, 10),
          Block.v4(127, 0, 0, 0, 8),
          Block.v4(169, 254, 0, 0, 16),
          Block.v4(172, 16, 0, 0, 12),
          Block.v4(192, 0, 0, 0, 24),
          Block.v4(192, 0, 2, 0, 24),
          Block.v4(192, 88, 99, 0, 24),
          Block.v4(192, 168, 0, 0, 16),
          Block.v4(198, 18, 0, 0, 15),
          Block.v4(198, 51, 100, 0, 24),
          Block.v4(203, 0, 113, 0, 24),
          Block.v4(224, 0, 0, 0, 3));

  /** Only 2000::/3 is handed out; within it, these are not public. */
  private static final Block GLOBAL_V6 = Block.v6(3, 0x20);

  private static final List<Block> REFUSED_V6 =
      List.of(Block.v6(32, 0x20, 0x01, 0x0d, 0xb8), Block.v6(23, 0x20, 0x01, 0x00, 0x00));

  private static final Block SIX_TO_FOUR = Block.v6(16, 0x20, 0x02);
  private static final Block NAT64 = Block.v6(96, 0x00, 0x64, 0xff, 0x9b);

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    var bytes = address.getAddress(); // ::ffff:a.b.c.d is an Inet4Address already
    if (address instanceof Inet4Address) {
      return isPublicV4(bytes);
    }
    if (NAT64.contains(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (SIX_TO_FOUR.contains(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
    }
    return GLOBAL_V6.contains(bytes) && REFUSED_V6.stream().noneMatch(b -> b.contains(bytes));
  }

  private static boolean isPublicV4(byte[] bytes) {
    return REFUSED_V4.stream().noneMatch(block -> block.contains(bytes));
  }

  /** The addresses whose first {@code bits} are those of the prefix. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Block(byte[] prefix, int bits) {
    static Block v4(int a, int b, int c, int d, int bits) {
      return new Block(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d}, bits);
    }

    static Block v6(int bits, int... first) {
      var bytes = new byte[16];
      for (var i = 0; i < first.length; i++) {
        bytes[i] = (byte) first[i];
      }
      return new Block(bytes, bits);
    }

    boolean contains(byte[] address) {
      for (var bit = 0; bit < bits; bit++) {
        var mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
