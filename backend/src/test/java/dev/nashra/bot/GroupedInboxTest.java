package dev.nashra.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.nashra.bot.UpdateInbox.Update;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.node.JsonNodeFactory;

@Timeout(30)
final class GroupedInboxTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  /** Those that were stored together; guarded by itself. */
  private final List<List<Long>> groups = new ArrayList<>();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  /** The first takes long; 13 cannot be stored. */
  private void store(long bot, List<Update> updates) {
    synchronized (groups) {
      groups.add(updates.stream().map(Update::id).sorted().toList());
    }
    begun.countDown();
    try {
      if (!mayEnd.await(20, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody lets it end");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (updates.stream().anyMatch(update -> update.id() == 13)) {
      throw new IllegalStateException("not stored");
    }
  }

  private Future<?> bring(GroupedInbox inbox, long id) {
    var update = new Update(id, JsonNodeFactory.instance.objectNode());
    return threads.submit(() -> inbox.accept(7, List.of(update)));
  }

  /** The first is being stored, and the others wait. */
  private List<Future<?>> bringAll(GroupedInbox inbox, long... others) throws InterruptedException {
    var brought = new ArrayList<Future<?>>();
    brought.add(bring(inbox, 1));
    begun.await(20, TimeUnit.SECONDS);
    LongStream.of(others).forEach(id -> brought.add(bring(inbox, id)));
    Awaitility.await("the others wait")
        .atMost(Duration.ofSeconds(20))
        .until(() -> inbox.waiting() == others.length);
    mayEnd.countDown();
    return brought;
  }

  @Test
  void whoComesMeanwhileIsStoredTogether() throws Exception {
    var inbox = new GroupedInbox(this::store);
    for (var future : bringAll(inbox, 2, 3, 4, 5)) {
      future.get();
    }

    assertEquals(List.of(List.of(1L), List.of(2L, 3L, 4L, 5L)), groups);
  }

  @Test
  void allOfAGroupHearThatItIsNotStored() throws Exception {
    var inbox = new GroupedInbox(this::store);
    var brought = bringAll(inbox, 2, 13, 4);

    brought.getFirst().get();
    for (var future : brought.subList(1, 4)) {
      assertThrows(ExecutionException.class, future::get);
    }
    bring(inbox, 5).get();
  }
}
