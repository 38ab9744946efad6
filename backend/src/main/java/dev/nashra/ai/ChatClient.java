package dev.nashra.ai;

import dev.nashra.ai.ChatAnswer.Failed;
import dev.nashra.ai.ChatAnswer.TooLong;
import dev.nashra.ai.Exchange.Answered;
import dev.nashra.ai.Exchange.Rejected;
import dev.nashra.time.Cancellation;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;

/**
 * Asks a model questions over the OpenAI chat protocol.
 *
 * <p>It starts with a strict schema, falls back to simpler ways when the server refuses one, and
 * remembers what worked. A busy or failing server is asked again within the deadline; one that
 * keeps failing, or whose account is closed, is left alone for a while. Safe for several threads.
 */
public final class ChatClient {
  private final ChatSettings settings;
  private final InstantSource clock;
  private final Endpoint endpoint;
  private final CircuitBreaker circuit;
  private final AtomicReference<Dialect> accepted = new AtomicReference<>(Dialect.RICHEST);

  public ChatClient(ChatSettings settings, OkHttpClient http, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.endpoint = new Endpoint(settings, http, clock);
    this.circuit =
        CircuitBreaker.of(
            "chat",
            CircuitBreakerConfig.custom()
                .slidingWindowSize(6)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(75)
                .waitDurationInOpenState(settings.circuitOpen())
                .permittedNumberOfCallsInHalfOpenState(1)
                .build());
  }

  /** The model's name, for the trace. */
  public String model() {
    return settings.model();
  }

  /** Whether questions are not even sent at the moment, since the endpoint kept failing. */
  public boolean isResting() {
    return circuit.getState() == CircuitBreaker.State.OPEN;
  }

  /**
   * Asks once, with as many requests as that takes.
   *
   * @throws java.util.concurrent.CancellationException when the work around it is stopped
   */
  public ChatAnswer ask(ChatQuestion question) {
    if (!circuit.tryAcquirePermission()) {
      return new Failed("the endpoint is left alone for a while, since it kept failing");
    }
    var settled = false;
    try {
      var answer = settle(negotiate(question));
      settled = true;
      return answer;
    } finally {
      if (!settled) {
        circuit.releasePermission();
      }
    }
  }

  /** Simplifies the request until the server accepts its form. */
  private Exchange negotiate(ChatQuestion question) {
    var deadline = clock.instant().plus(settings.deadline());
    var dialect = accepted.get();
    while (true) {
      var body = dialect.body(question, settings.model());
      var exchange =
          new Attempts(settings, clock, deadline).send(left -> endpoint.send(body, left));
      if (exchange instanceof Answered) {
        accepted.set(dialect);
      }
      var simpler =
          exchange instanceof Rejected rejected && isAboutForm(rejected)
              ? dialect.after(rejected.error())
              : null;
      if (simpler == null) {
        return exchange;
      }
      Cancellation.current().throwIfCancelled();
      dialect = simpler;
    }
  }

  private static boolean isAboutForm(Rejected rejected) {
    int status = rejected.status();
    return (status == 400 || status == 422 || status == 501) && !rejected.error().isTooLong();
  }

  private ChatAnswer settle(Exchange exchange) {
    if (exchange instanceof Answered answered) {
      circuit.onSuccess(0, TimeUnit.MILLISECONDS);
      return Completion.read(answered.body());
    }
    if (exchange instanceof Rejected rejected) {
      return settle(rejected);
    }
    return failed(exchange);
  }

  private ChatAnswer settle(Rejected rejected) {
    if (rejected.error().isTooLong()) {
      circuit.releasePermission();
      return new TooLong(rejected.why());
    }
    if (rejected.error().closesTheAccount(rejected.status())) {
      var answer = failed(rejected);
      circuit.transitionToOpenState();
      return answer;
    }
    if (rejected.isTransient()) {
      return failed(rejected);
    }
    circuit.releasePermission();
    return new Failed(rejected.why());
  }

  private Failed failed(Exchange exchange) {
    circuit.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(exchange.why()));
    return new Failed(exchange.why());
  }
}
