package dev.nashra.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.31.255.255",
        "192.168.0.1",
        "198.19.0.1",
        "203.0.113.9",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "2001:db8::1",
        "::ffff:10.0.0.1",
        "64:ff9b::a00:1",
        "2002:a00:1::",
        "2001:0:1::1"
      })
  void privateAddressesAreNotPublic(String address) throws UnknownHostException {
    assertEquals(false, PublicAddress.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.63.255.255",
        "172.32.0.1",
        "193.0.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "64:ff9b::101:101",
        "2002:101:101::"
      })
  void publicAddressesArePublic(String address) throws UnknownHostException {
    assertEquals(true, PublicAddress.isPublic(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/", "http://2130706433/", "http://127.1/", "http://0x7f.1/",
        "http://010.0.0.1/", "http://[::1]/", "http://[::ffff:a00:1]/", "http://1.1.1.1:8080/",
        "http://user@1.1.1.1/", "http://example.com@127.0.0.1/", "http://0177.0.0.1/"
      })
  void addressesThatLeadInsideAreRefused(String url) {
    var parsed = HttpUrl.parse(url);
    if (parsed != null) {
      assertNotNull(guard.refusal(parsed), url);
    }
  }

  @Test
  void exceptionsOfTheOperatorAreAllowed() throws UnknownHostException {
    var lenient = new AddressGuard(List.of("127.0.0.1:8900", "localhost"));

    assertNull(lenient.refusal(HttpUrl.get("http://127.0.0.1:8900/")));
    assertNotNull(lenient.refusal(HttpUrl.get("http://127.0.0.1:8901/")));
    assertNull(lenient.refusal(HttpUrl.get("http://localhost:1234/")));
    assertEquals(false, lenient.dns().lookup("localhost").isEmpty());
  }

  @Test
  void namesWithPrivateAddressesAreNotResolved() {
    assertThrows(UnknownHostException.class, () -> guard.dns().lookup("localhost"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/a", "http://localhost/a", "http://2130706433/", "ftp://example.com/",
        "file:///etc/passwd", "ytsearch:cats", "http://user@1.1.1.1/", "http://1.1.1.1:81/"
      })
  void somebodyElsesProgramIsNotSentInside(String address) {
    assertNotNull(guard.refusalOf(address), address);
  }

  @Test
  void somebodyElsesProgramMayGoOutside() {
    assertNull(guard.refusalOf("https://1.1.1.1/clip.mp4"));
    assertNull(guard.refusalOf("https://no-such-host.invalid/clip.mp4"));
    assertNull(new AddressGuard(List.of("localhost")).refusalOf("http://localhost/a"));
  }
}
