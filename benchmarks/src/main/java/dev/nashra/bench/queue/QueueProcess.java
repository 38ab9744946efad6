package dev.nashra.bench.queue;

import dev.nashra.config.DatabaseUrl;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One of several worker processes of the queue benchmark; started by it. */
@Command(name = "queue-process", hidden = true)
public final class QueueProcess implements Callable<Integer> {
  @Parameters(index = "0")
  private Entrant entrant;

  @Parameters(index = "1")
  private String jdbc;

  @Parameters(index = "2")
  private String user;

  @Parameters(index = "3")
  private int workers;

  /** Starts and stops working as the lines on standard input say; the password comes first. */
  @Override
  public Integer call() throws IOException {
    var input =
        new java.io.BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (var contender = entrant.open(new DatabaseUrl(jdbc, user, input.readLine()))) {
      System.out.println("ready");
      for (var line = input.readLine(); line != null; line = input.readLine()) {
        if (line.equals("start")) {
          contender.start(workers);
        } else {
          contender.stop();
        }
        System.out.println(line);
      }
    }
    return 0;
  }
}
