package dev.nashra.process;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A real process with a real child, really killed. */
@Timeout(60)
final class KilledParentTest {
  @Test
  void childrenDieWithAParentThatIsKilled() throws Exception {
    assumeTrue(ChildProcess.diesWithUs(), "needs setpriv of util-linux");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classPath = System.getProperty("java.class.path");
    var parent =
        new ProcessBuilder(java, "-cp", classPath, "-XX:+UseSerialGC", Parent.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      var line = lines.readLine();
      assertNotNull(line);
      long child = Long.parseLong(line);
      assertFalse(CommandTest.isDead(child));

      parent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

      Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> CommandTest.isDead(child));
    } finally {
      parent.destroyForcibly();
    }
  }

  /** Starts a child on a thread that ends at once, and goes on living. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws Exception {
      var starter =
          Thread.ofPlatform()
              .start(() -> System.out.println(Command.of("sleep", "300").start().pid()));
      starter.join();
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }
}
