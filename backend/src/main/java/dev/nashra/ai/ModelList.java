package dev.nashra.ai;

import java.io.IOException;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an endpoint which models it has: a question that costs nothing and writes nothing. */
public final class ModelList {
  private static final long LONGEST_ANSWER = 2 << 20;

  private final ChatSettings settings;
  private final OkHttpClient http;

  public ModelList(ChatSettings settings, OkHttpClient http, Duration longestCall) {
    this.settings = settings;
    this.http =
        http.newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .callTimeout(longestCall)
            .build();
  }

  /** What the endpoint said. */
  public sealed interface Answer {
    /** It is there and accepts the key; {@code hasModel} is whether it lists the model. */
    record Listed(int models, boolean hasModel) implements Answer {}

    /** It is there, but keeps no list: some servers do not. */
    record NoList(int status) implements Answer {}

    /** It does not accept the key. */
    record KeyRefused(int status) implements Answer {}

    /** It is not there, or it is broken. */
    record Unreachable(String why) implements Answer {}
  }

  public Answer ask() {
    var url = settings.baseUrl().newBuilder().addPathSegment("models").build();
    var request = new Request.Builder().url(url).header("Accept", "application/json");
    if (!settings.key().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.key());
    }
    try (var response = http.newCall(request.build()).execute()) {
      return read(response);
    } catch (IOException e) {
      return new Answer.Unreachable(String.valueOf(e.getMessage()));
    }
  }

  private Answer read(Response response) throws IOException {
    int status = response.code();
    if (status == 401 || status == 403) {
      return new Answer.KeyRefused(status);
    }
    if (!response.isSuccessful()) {
      return status >= 500 ? new Answer.Unreachable("HTTP " + status) : new Answer.NoList(status);
    }
    var source = response.body().source();
    source.request(LONGEST_ANSWER);
    try {
      var models =
          JsonMapper.shared()
              .readTree(
                  source.getBuffer().readUtf8(Math.min(LONGEST_ANSWER, source.getBuffer().size())))
              .path("data");
      return models.isArray() ? listed(models) : new Answer.NoList(status);
    } catch (JacksonException _) {
      return new Answer.NoList(status);
    }
  }

  private Answer.Listed listed(JsonNode models) {
    var named =
        models
            .valueStream()
            .anyMatch(model -> model.path("id").asString("").equals(settings.model()));
    return new Answer.Listed(models.size(), named);
  }
}
