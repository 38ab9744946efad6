package dev.nashra.collect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.nashra.http.AddressGuard;
import dev.nashra.http.FetchResult.Cause;
import dev.nashra.http.HttpFetcher;
import dev.nashra.time.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SiteRulesTest {
  private final MockWebServer server = new MockWebServer();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2031-05-04T12:00:00Z"));
  private final HttpFetcher fetcher =
      new HttpFetcher(new AddressGuard(List.of("127.0.0.1", "localhost")), "Test", now::get);
  private final SiteRules rules = new SiteRules(fetcher, List.of(), now::get);

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theLongestRuleDecidesAndAllowWinsATie() throws Exception {
    answer(
        200,
        """
        User-agent: *
        Disallow: /news/
        Allow: /news/open/
        Disallow: /tie
        Allow: /tie
        Disallow: /*.pdf$
        """);
    assertRefused("/news/1");
    assertAllowed("/news/open/1");
    assertAllowed("/tie");
    assertRefused("/paper.pdf");
    assertAllowed("/paper.pdf?page=1");
    assertAllowed("/");
    assertEquals(1, server.getRequestCount(), "the site is asked once");
  }

  @Test
  void theGroupThatNamesUsCountsAlone() throws Exception {
    answer(200, "User-agent: *\nDisallow: /\n\nUser-agent: NASHRA\nDisallow: /private\n");
    assertAllowed("/news");
    assertRefused("/private/x");
  }

  @Test
  void aSiteWithoutTheFileAllowsAllForADay() throws Exception {
    answer(404, "");
    assertAllowed("/news");
    answer(200, "User-agent: *\nDisallow: /");
    assertAllowed("/news");
    pass(Duration.ofHours(25));
    assertRefused("/news");
  }

  @Test
  void aSiteThatCannotAnswerIsLeftAloneForAWhile() throws Exception {
    answer(503, "");
    var refusal = refusal("/news");
    assertNotNull(refusal);
    assertEquals(Cause.TRANSIENT, refusal.cause());
    assertEquals(
        "robots.txt of 127.0.0.1 could not be read (the server answered 503)", refusal.reason());
    assertRefused("/news");
    assertEquals(1, server.getRequestCount());
    answer(200, "");
    pass(Duration.ofMinutes(31));
    assertAllowed("/news");
  }

  @Test
  void redirectsAreFollowedAndALongFileIsReadAsFarAsItMustBe() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(301).addHeader("Location", "/moved.txt").build());
    answer(200, "User-agent: *\nDisallow: /early\n" + "# \n".repeat(200_000) + "Disallow: /late\n");
    assertRefused("/early");
    assertAllowed("/late");
  }

  @Test
  void theOperatorsOwnHostsAreNotAsked() throws Exception {
    var own = new SiteRules(fetcher, List.of("127.0.0.1:" + server.getPort()), now::get);
    assertNull(own.refusal(url("/news"), Deadline.in(Duration.ofSeconds(20))));
    assertEquals(0, server.getRequestCount());
  }

  @Test
  void refusalsNameTheSiteAndThePage() throws Exception {
    answer(200, "User-agent: *\nDisallow: /");
    var refusal = refusal("/news/1?x=y");
    assertNotNull(refusal);
    assertEquals("robots.txt of 127.0.0.1 does not let programs read /news/1", refusal.reason());
    assertEquals(Cause.PERMANENT, refusal.cause());
  }

  private void answer(int code, String body) {
    server.enqueue(new MockResponse.Builder().code(code).body(body).build());
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private void assertAllowed(String path) throws InterruptedException {
    assertNull(refusal(path));
  }

  private void assertRefused(String path) throws InterruptedException {
    assertNotNull(refusal(path));
  }

  private SiteRules.@Nullable Refusal refusal(String path) throws InterruptedException {
    return rules.refusal(url(path), Deadline.in(Duration.ofSeconds(20)));
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }
}
