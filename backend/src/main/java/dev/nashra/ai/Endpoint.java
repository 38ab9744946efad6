package dev.nashra.ai;

import dev.nashra.ai.Exchange.Answered;
import dev.nashra.ai.Exchange.Broken;
import dev.nashra.ai.Exchange.Rejected;
import dev.nashra.http.RetryAfter;
import dev.nashra.time.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends one request and reads at most a bounded answer, both stopped with the running work. */
final class Endpoint {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final int LONGEST_ANSWER = 1 << 20;

  private final ChatSettings settings;
  private final OkHttpClient http;
  private final RetryAfter retryAfter;
  private final HttpUrl url;
  private final JsonMapper mapper = JsonMapper.builder().build();

  Endpoint(ChatSettings settings, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    // A redirect could carry the question, and an older client the key, to someone else.
    this.http =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .readTimeout(settings.deadline())
            .build();
    this.retryAfter = new RetryAfter(clock);
    this.url = settings.baseUrl().newBuilder().addPathSegments("chat/completions").build();
  }

  /** Never throws for what the server does; throws when the work around it is stopped. */
  Exchange send(JsonNode body, Duration timeout) {
    var call = http.newCall(request(body));
    call.timeout().timeout(Math.max(1, timeout.toMillis()), TimeUnit.MILLISECONDS);
    var cancellation = Cancellation.current();
    try (var _ = cancellation.onCancel(call::cancel)) {
      return exchange(call);
    } catch (IOException e) {
      cancellation.throwIfCancelled();
      return new Broken(withoutKey("no answer: " + e));
    }
  }

  private Request request(JsonNode body) {
    var request =
        new Request.Builder()
            .url(url)
            .header("Accept", "application/json")
            .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON));
    if (!settings.key().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.key());
    }
    return request.build();
  }

  private Exchange exchange(Call call) throws IOException {
    try (var response = call.execute()) {
      var source = response.body().source();
      if (source.request(LONGEST_ANSWER + 1L)) {
        return new Broken("the answer is longer than " + LONGEST_ANSWER + " bytes");
      }
      return read(response, source.readUtf8());
    }
  }

  private Exchange read(Response response, String text) {
    var body = parsed(text);
    if (response.isSuccessful() && body != null && !ApiError.isIn(body)) {
      return new Answered(body);
    }
    if (response.isSuccessful() && body == null) {
      return new Broken("the answer is not JSON");
    }
    var error =
        body == null
            ? new ApiError("", "", "no reason given (" + response.code() + ")")
            : ApiError.of(body, response.code());
    return new Rejected(
        response.code(), withoutKey(error), retryAfter.read(response.header("Retry-After")));
  }

  private @Nullable JsonNode parsed(String text) {
    try {
      var body = mapper.readTree(text);
      return body.isObject() ? body : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Some servers repeat the key that they refuse. */
  private ApiError withoutKey(ApiError error) {
    return new ApiError(error.code(), error.type(), withoutKey(error.message()));
  }

  private String withoutKey(String text) {
    return settings.key().isEmpty() ? text : text.replace(settings.key(), "***");
  }
}
