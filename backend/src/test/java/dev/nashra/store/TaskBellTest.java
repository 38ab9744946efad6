package dev.nashra.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.queue.Wakeups;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who hears a ring; on a real database. */
@Timeout(60)
final class TaskBellTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void ringIsHeardHereBeforeTheCallReturns() {
    var heard = new CopyOnWriteArrayList<String>();
    try (var bell = new TaskBell(DATABASE.get());
        var _ = bell.listen(heard::add)) {
      bell.ring("downloads");

      assertTrue(heard.contains("downloads"));
    }
  }

  @Test
  void ringIsHeardInOtherProcessesAndOnlyOnceHere() throws InterruptedException {
    var here = new LinkedBlockingQueue<String>();
    var there = new LinkedBlockingQueue<String>();
    try (var bell = new TaskBell(DATABASE.get());
        var other = new TaskBell(DATABASE.get());
        var _ = bell.listen(here::add);
        var _ = other.listen(there::add)) {
      assertEquals(Wakeups.ANYTHING, next(here)); // it listens from now on
      assertEquals(Wakeups.ANYTHING, next(there));

      bell.ring("downloads");
      assertEquals("downloads", next(there));
      other.ring("telegram");
      assertEquals("telegram", next(there));

      // The own ring came back before the other one's, and was not passed on again.
      assertEquals(List.of("downloads", "telegram"), List.of(next(here), next(here)));
    }
  }

  private static String next(BlockingQueue<String> heard) throws InterruptedException {
    return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
  }
}
