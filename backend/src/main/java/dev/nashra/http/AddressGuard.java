package dev.nashra.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Keeps addresses that come from the web from reaching into the network that this machine is in.
 *
 * <p>Only http and https, only ports 80 and 443, and only hosts all of whose addresses are public;
 * the connection goes to an address that was checked. The operator names exceptions, as {@code
 * host} or {@code host:port}.
 */
public final class AddressGuard {
  private static final Set<Integer> PORTS = Set.of(80, 443);

  /** What resolvers take for a number: OkHttp asks no {@link Dns} about these. */
  private static final Pattern NUMERIC_HOST =
      Pattern.compile(".*:.*|(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+)){0,3}\\.?");

  private final Set<String> exceptions;

  public AddressGuard(Collection<String> exceptions) {
    this.exceptions =
        exceptions.stream()
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Why an address may not be fetched; null when it may, as far as can be told before DNS. */
  @Nullable String refusal(HttpUrl url) {
    if (isException(url.host(), url.port())) {
      return null;
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return "addresses with a user name are not fetched";
    }
    if (!PORTS.contains(url.port())) {
      return "port %d is not fetched (only 80 and 443); to allow it, add %s:%d to %s"
          .formatted(url.port(), url.host(), url.port(), "ALLOW_PRIVATE_NETWORK_HOSTS");
    }
    return NUMERIC_HOST.matcher(url.host()).matches() ? literalRefusal(url.host()) : null;
  }

  /**
   * Only the usual form: 010.0.0.1, 127.1 and 2130706433 mean different things to different
   * programs.
   */
  private @Nullable String literalRefusal(String host) {
    try {
      var address = InetAddress.getByName(host);
      if (address instanceof Inet4Address && !address.getHostAddress().equals(host)) {
        return "%s is not an address in its usual form".formatted(host);
      }
      return PublicAddress.isPublic(address) ? null : notPublic(host);
    } catch (UnknownHostException e) {
      return "%s is not an address".formatted(host);
    }
  }

  /**
   * Why somebody else's program may not be sent to an address; null when it may, as its host stands
   * in DNS now.
   */
  public @Nullable String refusalOf(String address) {
    var url = HttpUrl.parse(address);
    if (url == null) {
      return "not an http or https address";
    }
    var refusal = refusal(url);
    if (refusal != null || NUMERIC_HOST.matcher(url.host()).matches()) {
      return refusal;
    }
    try {
      dns().lookup(url.host());
      return null;
    } catch (PrivateAddressException e) {
      return e.getMessage();
    } catch (UnknownHostException e) {
      return null; // That is for the program to find out, and may pass.
    }
  }

  /** A resolver that knows no host with a private address, except the exceptions. */
  Dns dns() {
    return host -> {
      List<InetAddress> addresses = Dns.SYSTEM.lookup(host);
      if (!isNamed(host) && !addresses.stream().allMatch(PublicAddress::isPublic)) {
        throw new PrivateAddressException(notPublic(host));
      }
      return addresses;
    };
  }

  private boolean isException(String host, int port) {
    return exceptions.contains(host) || exceptions.contains(host + ":" + port);
  }

  /** The resolver is not told the port; {@link #refusal} has looked at it before. */
  private boolean isNamed(String host) {
    return exceptions.stream().anyMatch(name -> name.equals(host) || name.startsWith(host + ":"));
  }

  private static String notPublic(String host) {
    return "%s is not on the public internet; to allow it, add it to %s"
        .formatted(host, "ALLOW_PRIVATE_NETWORK_HOSTS");
  }

  /** A host whose address may not be fetched. */
  static final class PrivateAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1;

    PrivateAddressException(String message) {
      super(message);
    }
  }
}
