package dev.nashra.web;

import java.net.InetAddress;
import java.util.Optional;

/** Where a request comes from. */
final class Caller {
  private Caller() {}

  /** Whether an address is this machine's or one of a private network (RFC 1918, RFC 4193). */
  static boolean isNear(String ip) {
    return parse(ip)
        .map(
            address ->
                address.isLoopbackAddress()
                    || address.isSiteLocalAddress()
                    || isUniqueLocal(address.getAddress()))
        .orElse(false);
  }

  private static boolean isUniqueLocal(byte[] bytes) {
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }

  private static Optional<InetAddress> parse(String ip) {
    try {
      return Optional.of(InetAddress.ofLiteral(ip.replace("[", "").replace("]", "")));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
