package dev.nashra.bench.webhook;

import com.sun.net.httpserver.HttpServer;
import dev.nashra.bench.Bench;
import dev.nashra.config.DatabaseUrl;
import dev.nashra.store.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The bot's webhook under load from another process, with every download busy. */
@Command(
    name = "webhook",
    description = {
      "The bot's webhook in a process of its own, on one PostgreSQL, with the queue of downloads",
      "saturated; wrk sends updates from another process, first at a fixed rate, then flat out.",
      "Afterwards the database is asked whether an update was lost or handled twice."
    })
public final class WebhookBenchmark implements Callable<Integer> {
  private static final int PATIENCE_SECONDS = 600;

  /** A daemon runs for days; what its first seconds cost is nobody's question. */
  private static final int WARM_UP_SECONDS = 15;

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "Requests a second in the first run (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--seconds",
      defaultValue = "20",
      description = "How long each run takes (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--connections",
      defaultValue = "24",
      description = "Of wrk (default: ${DEFAULT-VALUE}; Telegram has up to 100, usually 40).")
  private int connections;

  @Option(
      names = "--folder",
      defaultValue = "benchmarks/target/postgres",
      description = "Where the server keeps its data (default: ${DEFAULT-VALUE}).")
  private Path folder;

  private final AtomicLong answers = new AtomicLong();

  @Override
  public Integer call() throws Exception {
    if (!Wrk.isInstalled()) {
      System.err.println("The load comes from wrk, which is not installed: apt-get install wrk");
      return 1;
    }
    System.err.printf("%d processors%n", Runtime.getRuntime().availableProcessors());
    var telegram = telegram();
    try (var server = EmbeddedPostgres.start(folder, Duration.ofSeconds(10))) {
      var url = fresh(server.url());
      return measure(url, telegram);
    } finally {
      telegram.stop(0);
    }
  }

  /** Takes the bot's answers and counts them. */
  private HttpServer telegram() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var id = answers.incrementAndGet();
            var body =
                "{\"ok\":true,\"result\":{\"message_id\":%d,\"chat\":{\"id\":1}}}"
                    .formatted(id)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
    return server;
  }

  private int measure(DatabaseUrl url, HttpServer telegram) throws Exception {
    var process = start(url, telegram);
    try (var input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        var output = process.inputReader(StandardCharsets.UTF_8)) {
      input.println(url.password());
      var wrk = new Wrk(webhook(output));
      System.err.println("Warming up …");
      var warm = wrk.run(0, 0, connections, WARM_UP_SECONDS);
      awaitHandled(url);
      System.err.printf("%d a second …%n", rate);
      var cpu = Cpu.of(process);
      var paced = wrk.run(1_000_000_000L, rate, connections, seconds);
      cpu = Cpu.of(process).minus(cpu);
      var backlog = count(url, "tasks where kind = 'handle_update'");
      awaitHandled(url);
      System.err.println("Flat out …");
      var flat = wrk.run(2_000_000_000L, 0, connections, seconds);
      print(paced, flat, backlog);
      System.out.printf(
          "Processor time for one update, handling included: server %.2f ms, database %.2f ms.%n",
          cpu.server().toNanos() / 1e6 / paced.requests(),
          cpu.database().toNanos() / 1e6 / paced.requests());
      System.err.println("Waiting until all of them are handled …");
      awaitHandled(url);
      awaitAnswers(url);
      return check(url, warm, paced, flat) ? 0 : 1;
    } finally {
      process.destroy();
    }
  }

  private static Process start(DatabaseUrl url, HttpServer telegram) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            Bench.class.getName(),
            "webhook-process",
            url.jdbc(),
            url.user(),
            URI.create("http://127.0.0.1:%d".formatted(telegram.getAddress().getPort())).toString())
        .redirectError(Redirect.INHERIT)
        .start();
  }

  private static String webhook(BufferedReader output) throws IOException {
    var port = output.readLine();
    if (port == null) {
      throw new IllegalStateException("the server process ended");
    }
    return "http://127.0.0.1:%s/telegram/webhook/%s"
        .formatted(port, WebhookProcess.TOKEN.replaceFirst(":.*", ""));
  }

  private static void print(Wrk.Result paced, Wrk.Result flat, long backlog) {
    System.out.printf(
        "%n%-14s %10s %9s %9s %9s %9s %9s%n",
        "webhook", "requests/s", "p50 ms", "p90 ms", "p99 ms", "max ms", "not 200");
    row("fixed rate", paced);
    row("flat out", flat);
    System.out.printf(
        "%nFixed rate: p99 %.1f ms (aim: under 25); %d updates were not handled yet at its end.%n",
        paced.p99() / 1e3, backlog);
  }

  private static void row(String name, Wrk.Result result) {
    System.out.printf(
        "%-14s %,10.0f %9.1f %9.1f %9.1f %9.1f %8.3f%%%n",
        name,
        result.rate(),
        result.p50() / 1e3,
        result.p90() / 1e3,
        result.p99() / 1e3,
        result.max() / 1e3,
        result.failed() * 100);
  }

  /** Whether everything that was acknowledged is stored, and everything stored is handled once. */
  private boolean check(DatabaseUrl url, Wrk.Result... runs) throws SQLException {
    long acknowledged = 0;
    long unanswered = 0;
    long fresh = 0;
    for (var run : runs) {
      acknowledged += run.requests() - run.status();
      unanswered += run.sent() - run.requests() + run.status();
      fresh += run.fresh();
    }
    var stored = count(url, "bot_updates");
    // Answers are queued in the transaction that ends a task: an attempt that failed has none.
    var handled = count(url, "finished_tasks where kind = 'handle_update' and state = 'DONE'");
    var again =
        count(url, "finished_tasks where kind = 'handle_update' and failures + rescues > 0");
    var tasks = count(url, "finished_tasks where kind = 'handle_update'");
    var questions =
        count(url, "finished_tasks where kind = 'handle_update' and payload like '%\"/help\"%'");
    var lost = Math.max(0, fresh - unanswered - stored);
    System.out.printf(
        "%nSent %,d different updates, some twice; %,d requests were acknowledged, %,d had no answer"
            + " when wrk stopped.%n",
        fresh, acknowledged, unanswered);
    System.out.printf(
        "Stored %,d; lost of those acknowledged: %d.%n"
            + "Handled %,d (%,d after an attempt that failed), tasks in all %,d; asked %,d questions, sent"
            + " %,d answers.%n",
        stored, lost, handled, again, tasks, questions, answers.get());
    var isRight = lost == 0 && handled == stored && tasks == stored && answers.get() == questions;
    System.out.println(
        isRight ? "None lost, none handled twice." : "WRONG: see the figures above.");
    if (!isRight || again > 0) {
      showErrors(url);
    }
    return isRight;
  }

  private static void showErrors(DatabaseUrl url) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement();
        var result =
            statement.executeQuery(
                """
                select concat_ws(' ', state, attempt, failures, rescues, note, owner, error)
                from finished_tasks t left join task_errors e on e.task_id = t.id
                where t.kind = 'handle_update' and (state <> 'DONE' or failures + rescues > 0)
                limit 3""")) {
      while (result.next()) {
        System.out.println(result.getString(1));
      }
    }
  }

  private static void awaitHandled(DatabaseUrl url) throws Exception {
    await(url, "tasks where kind = 'handle_update'");
  }

  private static void awaitAnswers(DatabaseUrl url) throws Exception {
    await(url, "tasks where kind = 'send_message'");
  }

  private static void await(DatabaseUrl url, String none) throws Exception {
    for (var second = 0; count(url, none) > 0; second++) {
      if (second > PATIENCE_SECONDS) {
        throw new IllegalStateException("there are still " + none);
      }
      Thread.sleep(1000);
    }
  }

  private static long count(DatabaseUrl url, String rows) throws SQLException {
    try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        var statement = connection.createStatement();
        var result = statement.executeQuery("select count(*) from " + rows)) {
      result.next();
      return result.getLong(1);
    }
  }

  private static DatabaseUrl fresh(DatabaseUrl server) throws SQLException {
    try (var connection =
            DriverManager.getConnection(server.jdbc(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists bench_webhook with (force)");
      statement.execute("create database bench_webhook");
    }
    return new DatabaseUrl(
        server.jdbc().replaceFirst("/[^/]*$", "/bench_webhook"), server.user(), server.password());
  }
}
