package dev.nashra.queue;

import java.util.List;
import java.util.Map;

/**
 * The limits of owners, by the class of their keys: an owner {@code bot:7/chat:9} is under those of
 * "bot" together with everybody under {@code bot:7}, and under those of "chat" by itself.
 *
 * @param byClass several limits of one class hold all at once
 */
public record RateLimits(Map<String, List<RateLimit>> byClass) {
  public static final RateLimits NONE = new RateLimits(Map.of());

  public RateLimits {
    byClass = Map.copyOf(byClass);
  }
}
