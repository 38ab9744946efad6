package dev.nashra.ai;

import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * Which endpoint is asked, and how much of its time and its answer is accepted.
 *
 * @param baseUrl up to and including the version, such as {@code https://api.example.org/v1}
 * @param key sent in the Authorization header only; empty for servers without keys
 * @param deadline for one question with all its repetitions
 * @param attempts how often one question is sent at most when the server is busy or failing
 * @param pause before the first repetition, twice as long before each later one
 * @param circuitOpen how long nothing is asked after the endpoint failed again and again, or said
 *     that the account cannot pay
 */
public record ChatSettings(
    HttpUrl baseUrl,
    String key,
    String model,
    Duration deadline,
    int attempts,
    Duration pause,
    Duration circuitOpen) {
  public static ChatSettings of(HttpUrl baseUrl, String key, String model) {
    return new ChatSettings(
        baseUrl,
        key,
        model,
        Duration.ofSeconds(60),
        3,
        Duration.ofSeconds(1),
        Duration.ofMinutes(10));
  }

  @Override
  public String toString() {
    return "ChatSettings[" + baseUrl + ", " + model + "]";
  }
}
