package dev.nashra.http;

import dev.nashra.http.FetchResult.Cause;
import dev.nashra.http.FetchResult.Failed;
import dev.nashra.http.FetchResult.Fetched;
import dev.nashra.http.FetchResult.NotModified;
import dev.nashra.time.Cancellation;
import dev.nashra.time.Deadline;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents from the web under limits of size and time, past the {@link AddressGuard}, and
 * stops when the work around it is stopped.
 */
public final class HttpFetcher {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final OkHttpClient client;
  private final AddressGuard guard;
  private final String userAgent;
  private final RetryAfter retryAfter;

  public HttpFetcher(AddressGuard guard, String userAgent, InstantSource clock) {
    this.client =
        new OkHttpClient.Builder()
            .dns(guard.dns())
            .connectTimeout(CONNECT_TIMEOUT)
            .readTimeout(Duration.ZERO) // the deadline of the call holds
            .followRedirects(false)
            .followSslRedirects(false)
            .build();
    this.guard = guard;
    this.userAgent = userAgent;
    this.retryAfter = new RetryAfter(clock);
  }

  /** Fetches a document; every failure is a value. */
  public FetchResult fetch(FetchRequest request) throws InterruptedException {
    return follow(request, response -> document(response, request));
  }

  /**
   * Fetches a document whose body is read while it comes in; the request's limit of bytes is the
   * reader's business.
   */
  public FetchResult fetch(FetchRequest request, BodyReader reader) throws InterruptedException {
    return follow(request, response -> reader.read(head(response), response.body().byteStream()));
  }

  private FetchResult follow(FetchRequest request, Reading reading) throws InterruptedException {
    var url = HttpUrl.parse(request.url());
    if (url == null) {
      return new Failed("not an http or https address", Cause.REFUSED, null);
    }
    var deadline = Deadline.in(request.deadline());
    var firstHost = url.host();
    for (var hops = 0; hops <= MAX_REDIRECTS; hops++) {
      var refusal = guard.refusal(url);
      if (refusal != null) {
        return new Failed(refusal, Cause.REFUSED, null);
      }
      var patient = client.newBuilder().callTimeout(atLeastAMoment(deadline.left())).build();
      var step = step(patient, request, url, url.host().equals(firstHost), reading);
      switch (step) {
        case Step.Ended(FetchResult result) -> {
          return result;
        }
        case Step.Redirected(HttpUrl target) -> url = target;
      }
    }
    return new Failed("more than %d redirects".formatted(MAX_REDIRECTS), Cause.PERMANENT, null);
  }

  /** No time at all would mean no limit. */
  private static Duration atLeastAMoment(Duration left) {
    return left.compareTo(MOMENT) < 0 ? MOMENT : left;
  }

  private Step step(
      OkHttpClient patient, FetchRequest request, HttpUrl url, boolean firstHost, Reading reading)
      throws InterruptedException {
    var call = patient.newCall(httpRequest(request, url, firstHost));
    try (var _ = Cancellation.current().onCancel(call::cancel);
        var response = call.execute()) {
      return read(response, reading);
    } catch (IOException e) {
      return new Step.Ended(failed(e, call, request));
    }
  }

  private Request httpRequest(FetchRequest request, HttpUrl url, boolean firstHost) {
    var builder =
        new Request.Builder()
            .url(url)
            .header("User-Agent", userAgent)
            .header("Accept", "*/*")
            .header("Accept-Language", "*");
    header(builder, "If-None-Match", request.etag());
    header(builder, "If-Modified-Since", request.lastModified());
    header(builder, "Authorization", firstHost ? request.authorization() : null);
    return builder.build();
  }

  private static void header(Request.Builder builder, String name, @Nullable String value) {
    if (value != null) {
      builder.addHeader(name, value);
    }
  }

  private Step read(Response response, Reading reading) throws IOException {
    var target = redirectTarget(response);
    if (target.isPresent()) {
      return new Step.Redirected(target.get());
    }
    return new Step.Ended(
        switch (response.code()) {
          case 304 -> new NotModified();
          case 200, 203, 206 -> reading.read(response);
          default -> refusedByServer(response);
        });
  }

  private static Optional<HttpUrl> redirectTarget(Response response) {
    var location = response.isRedirect() ? response.header("Location") : null;
    return Optional.ofNullable(location).map(to -> response.request().url().resolve(to));
  }

  private static FetchResult document(Response response, FetchRequest request) throws IOException {
    int maxBytes = request.maxBytes();
    var body = new Buffer();
    try (var source = response.body().source()) {
      while (source.read(body, 8192) >= 0) {
        if (body.size() > maxBytes && !request.cut()) {
          return new Failed("larger than %,d bytes".formatted(maxBytes), Cause.PERMANENT, null);
        }
        if (body.size() > maxBytes) {
          break;
        }
      }
    } finally {
      Traffic.add(body.size());
    }
    var head = head(response);
    return new Fetched(
        head.url(),
        body.readByteArray(Math.min(body.size(), maxBytes)),
        head.mediaType(),
        head.charset(),
        response.header("ETag"),
        response.header("Last-Modified"));
  }

  private static BodyReader.Head head(Response response) {
    var type = Optional.ofNullable(response.body().contentType());
    return new BodyReader.Head(
        response.request().url().toString(),
        response.body().contentLength(),
        type.map(t -> (t.type() + "/" + t.subtype()).toLowerCase(Locale.ROOT)).orElse(null),
        type.map(t -> t.parameter("charset")).orElse(null));
  }

  private Failed refusedByServer(Response response) {
    var code = response.code();
    var reason =
        "challenge".equals(response.header("cf-mitigated"))
            ? "the site asks for a browser (bot wall)"
            : "the server answered %d".formatted(code);
    var cause =
        switch (code) {
          case 410 -> Cause.GONE;
          case 408, 425, 429 -> Cause.TRANSIENT;
          default -> code >= 500 ? Cause.TRANSIENT : Cause.PERMANENT;
        };
    return new Failed(reason, cause, retryAfter.read(response.header("Retry-After")));
  }

  private static Failed failed(IOException e, Call call, FetchRequest request)
      throws InterruptedException {
    if (Thread.interrupted() || Cancellation.current().isCancelled()) {
      throw new InterruptedException("fetch stopped");
    }
    return switch (e) {
      case AddressGuard.PrivateAddressException p -> new Failed(message(p), Cause.REFUSED, null);
      case UnknownHostException _ ->
          transientFailure("the host %s is not known".formatted(call.request().url().host()));
      case InterruptedIOException _ ->
          transientFailure(
              "no complete answer within %d s".formatted(request.deadline().toSeconds()));
      case ConnectException _ -> transientFailure("the connection was refused");
      case SSLException s -> transientFailure("no secure connection: " + message(s));
      default -> transientFailure("the connection broke: " + message(e));
    };
  }

  private static Failed transientFailure(String reason) {
    return new Failed(reason, Cause.TRANSIENT, null);
  }

  private static String message(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  @FunctionalInterface
  private interface Reading {
    FetchResult read(Response response) throws IOException;
  }

  private sealed interface Step {
    record Ended(FetchResult result) implements Step {}

    record Redirected(HttpUrl target) implements Step {}
  }
}
