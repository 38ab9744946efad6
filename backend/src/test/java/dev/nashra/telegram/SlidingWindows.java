package dev.nashra.telegram;

import dev.nashra.queue.RateLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which message is one too many in any window, by the time at which it arrives. What is
 * refused does not count.
 *
 * @param limits "bot" over all chats, "chat" for people, "channel" for groups and channels
 */
record SlidingWindows(Map<String, List<RateLimit>> limits, Map<Long, List<Long>> arrivals) {
  private static final long ALL_CHATS = 0;

  SlidingWindows(Map<String, List<RateLimit>> limits) {
    this(limits, new HashMap<>());
  }

  boolean isOneTooMany(long chat) {
    var now = System.nanoTime();
    var isMany = isFull(ALL_CHATS, "bot", now) || isFull(chat, chat > 0 ? "chat" : "channel", now);
    if (!isMany) {
      arrivals.computeIfAbsent(ALL_CHATS, _ -> new ArrayList<>()).add(now);
      arrivals.computeIfAbsent(chat, _ -> new ArrayList<>()).add(now);
    }
    return isMany;
  }

  private boolean isFull(long key, String type, long now) {
    var times = arrivals.getOrDefault(key, List.of());
    return limits.getOrDefault(type, List.of()).stream()
        .anyMatch(
            limit ->
                times.stream().filter(time -> now - time < limit.period().toNanos()).count()
                    >= limit.count());
  }
}
