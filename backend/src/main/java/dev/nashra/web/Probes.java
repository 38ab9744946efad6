package dev.nashra.web;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * What programs ask: whether the process lives, whether the newsroom does its work, and figures.
 *
 * <p>Anybody may ask for health. Figures are for whoever shows the token; without a token set, only
 * for callers with a private address who come straight to us.
 */
public final class Probes {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String BEARER = "Bearer ";

  /** Behind a proxy every caller has the proxy's address, which says nothing about them. */
  private static final List<String> OF_PROXIES =
      List.of("X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Via");

  private final Supplier<HealthReport> health;
  private final Supplier<String> metrics;
  private final Optional<String> token;
  private final boolean isPublic;

  /**
   * @param metrics in the text format of Prometheus
   * @param token that whoever asks for metrics must show
   * @param isPublic whether the pages are served to the public, so that a proxy may be in front
   *     that does not name itself: then there are no metrics without a token
   */
  public Probes(
      Supplier<HealthReport> health,
      Supplier<String> metrics,
      Optional<String> token,
      boolean isPublic) {
    this.health = health;
    this.metrics = metrics;
    this.token = token;
    this.isPublic = isPublic;
  }

  void live(Context context) {
    json(context, 200, Map.of("status", "live"));
  }

  void ready(Context context) {
    var report = health.get();
    var body = new Readiness(report.isReady() ? "ready" : "not ready", report.checks());
    json(context, report.isReady() ? 200 : 503, body);
  }

  private record Readiness(String status, List<HealthReport.Check> checks) {}

  void metrics(Context context) {
    context.header("Cache-Control", "no-store");
    if (token.isPresent() ? showsToken(context) : isNear(context)) {
      context.contentType(PROMETHEUS).result(metrics.get());
      return;
    }
    if (token.isPresent()) {
      context.status(401).header("WWW-Authenticate", "Bearer");
    } else {
      context.status(403);
    }
    context
        .contentType("text/plain; charset=utf-8")
        .result("Metrics are for callers on this machine or network, or with METRICS_TOKEN.\n");
  }

  private boolean showsToken(Context context) {
    var header = context.header("Authorization");
    return header != null
        && header.startsWith(BEARER)
        && MessageDigest.isEqual(
            header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
            token.orElseThrow().getBytes(StandardCharsets.UTF_8));
  }

  private boolean isNear(Context context) {
    return !isPublic
        && OF_PROXIES.stream().noneMatch(name -> context.header(name) != null)
        && Caller.isNear(context.ip());
  }

  private static void json(Context context, int status, Object body) {
    context.header("Cache-Control", "no-store");
    context
        .status(status)
        .contentType("application/json; charset=utf-8")
        .result(JSON.writeValueAsBytes(body));
  }
}
