package dev.nashra.telegram;

import dev.nashra.queue.RateLimit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * A Bot API server that answers 429 to a message that is one too many in any window, by the time at
 * which it arrives; and that is sometimes slow.
 */
public final class FloodingServer implements AutoCloseable {
  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client = new OkHttpClient();
  private final Map<String, List<RateLimit>> byClass;
  private final RateLimit ofBot;
  private final RandomGenerator random = new Random(11);

  /** Arrivals in nanoseconds and texts, by chat; guarded by this, as are those below. */
  private final Map<String, List<Long>> arrivals = new LinkedHashMap<>();

  private final Map<String, List<Integer>> texts = new LinkedHashMap<>();
  private int refused;

  /**
   * @param byClass limits by what stands before the colon of a chat
   * @param ofBot over all chats
   */
  public FloodingServer(Map<String, List<RateLimit>> byClass, RateLimit ofBot) throws IOException {
    this.byClass = byClass;
    this.ofBot = ofBot;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            var url = request.getUrl();
            return arrived(url.queryParameter("chat"), url.queryParameter("text"));
          }
        });
    server.start();
  }

  private synchronized MockResponse arrived(@Nullable String chat, @Nullable String text) {
    var now = System.nanoTime();
    var key = String.valueOf(chat);
    var exceeded =
        exceeds("", ofBot, now)
            || byClass.getOrDefault(key.replaceFirst(":.*", ""), List.of()).stream()
                .anyMatch(limit -> exceeds(key, limit, now));
    if (exceeded) {
      refused++;
      return new MockResponse.Builder().code(429).build();
    }
    arrivals.computeIfAbsent("", _ -> new ArrayList<>()).add(now);
    arrivals.computeIfAbsent(key, _ -> new ArrayList<>()).add(now);
    texts.computeIfAbsent(key, _ -> new ArrayList<>()).add(Integer.parseInt(String.valueOf(text)));
    return new MockResponse.Builder()
        .headersDelay(random.nextInt(40), TimeUnit.MILLISECONDS)
        .build();
  }

  private boolean exceeds(String key, RateLimit limit, long now) {
    var inWindow =
        arrivals.getOrDefault(key, List.of()).stream()
            .filter(time -> now - time < limit.period().toNanos())
            .count();
    return inWindow >= limit.count();
  }

  /** Sends a message and gives the status of the answer. */
  public int send(String chat, int text) throws IOException {
    var url =
        server
            .url("/sendMessage")
            .newBuilder()
            .addQueryParameter("chat", chat)
            .addQueryParameter("text", Integer.toString(text))
            .build();
    var request = new Request.Builder().url(url).post(RequestBody.create(new byte[0])).build();
    try (var response = client.newCall(request).execute()) {
      return response.code();
    }
  }

  public synchronized int refused() {
    return refused;
  }

  /** The texts that each chat got, in order. */
  public synchronized Map<String, List<Integer>> chats() {
    return Map.copyOf(texts);
  }

  @Override
  public void close() {
    server.close();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
