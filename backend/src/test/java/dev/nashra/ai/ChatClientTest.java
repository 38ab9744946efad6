package dev.nashra.ai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nashra.ai.ChatAnswer.Failed;
import dev.nashra.ai.ChatAnswer.Refused;
import dev.nashra.ai.ChatAnswer.Said;
import dev.nashra.ai.ChatAnswer.TooLong;
import dev.nashra.time.Cancellation;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ChatClientTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String KEY = "sk-very-secret";

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient http = new OkHttpClient();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void sendsTheQuestionWithItsSchemaAndReadsTheAnswer() throws Exception {
    say("{\\\"a\\\":1}");
    var said = assertInstanceOf(Said.class, client().ask(question()));
    assertEquals(1, said.json().path("a").asInt());
    assertEquals(7, said.usage().prompt());
    var request = taken();
    assertEquals("/v1/chat/completions", request.getUrl().encodedPath());
    assertEquals("Bearer " + KEY, request.getHeaders().get("Authorization"));
    var body = json(request);
    assertEquals("model-x", body.path("model").asString());
    assertEquals("do it", body.path("messages").path(0).path("content").asString());
    assertEquals("stuff", body.path("messages").path(1).path("content").asString());
    var schema = body.path("response_format").path("json_schema");
    assertTrue(schema.path("strict").asBoolean());
    assertEquals("object", schema.path("schema").path("type").asString());
  }

  @Test
  void fallsBackToWhatTheServerAcceptsAndRemembersIt() throws Exception {
    reject(400, "{\"error\":\"response_format json_schema is not supported\"}");
    reject(422, "{\"error\":{\"message\":\"response_format unknown\",\"code\":null}}");
    say("```json\\n{\\\"a\\\":1}\\n```");
    say("<think>{no}</think> Here: {\\\"a\\\":2}");
    var client = client();
    assertInstanceOf(Said.class, client.ask(question()));
    assertInstanceOf(Said.class, client.ask(question()));
    assertEquals("json_schema", format(taken()));
    assertEquals("json_object", format(taken()));
    var third = json(taken());
    assertTrue(third.path("response_format").isMissingNode());
    assertTrue(
        third.path("messages").path(0).path("content").asString().contains("\"type\":\"object\""));
    assertTrue(json(taken()).path("response_format").isMissingNode());
  }

  @Test
  void leavesOutSettingsThatTheServerDoesNotKnow() throws Exception {
    reject(400, "{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens'\"}}");
    reject(400, "{\"error\":{\"message\":\"temperature does not support 0.2\"}}");
    say("{\\\"a\\\":1}");
    assertInstanceOf(Said.class, client().ask(question()));
    taken();
    taken();
    var body = json(taken());
    assertEquals(500, body.path("max_completion_tokens").asInt());
    assertTrue(body.path("max_tokens").isMissingNode());
    assertTrue(body.path("temperature").isMissingNode());
    assertEquals("json_schema", body.path("response_format").path("type").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | {"error":{"message":"slow down","code":"rate_limit_exceeded"}}
          500 | oops
          503 | {"error":"loading model"}
          408 | {}
          200 | {"error":{"message":"provider died","code":502}}
          200 | not json
          """)
  void asksABusyOrFailingServerAgain(int status, String body) {
    reject(status, body);
    say("{\\\"a\\\":1}");
    assertInstanceOf(Said.class, client().ask(question()));
    assertEquals(2, server.getRequestCount());
  }

  @Test
  void givesUpAfterTheAllowedAttempts() {
    for (int i = 0; i < 9; i++) {
      reject(503, "{}");
    }
    var failed = assertInstanceOf(Failed.class, client().ask(question()));
    assertTrue(failed.why().contains("503"), failed.why());
    assertEquals(3, server.getRequestCount());
  }

  @Test
  void doesNotWaitForALaterThanItsDeadline() {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "3600").body("{}").build());
    assertInstanceOf(Failed.class, client().ask(question()));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void waitsAsLongAsTheServerAsks() {
    server.enqueue(
        new MockResponse.Builder().code(429).addHeader("Retry-After", "0").body("{}").build());
    say("{\\\"a\\\":1}");
    var patient = settings(Duration.ofSeconds(20), Duration.ofSeconds(15));
    var asked = new ChatClient(patient, http, InstantSource.system());
    assertInstanceOf(Said.class, asked.ask(question()), "its own pause would be 15 s");
  }

  @ParameterizedTest
  @CsvSource({
    "429, insufficient_quota",
    "429, project_spend_limit_exceeded",
    "401, invalid_api_key",
    "402, 402"
  })
  void leavesTheEndpointAloneOnceTheAccountIsClosed(int status, String code) {
    reject(status, "{\"error\":{\"message\":\"no more\",\"code\":\"" + code + "\"}}");
    var client = client();
    assertInstanceOf(Failed.class, client.ask(question()));
    assertTrue(client.isResting());
    assertInstanceOf(Failed.class, client.ask(question()));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void leavesAnEndpointAloneThatKeepsFailing() {
    for (int i = 0; i < 12; i++) {
      reject(500, "{}");
    }
    var client = client();
    for (int i = 0; i < 4; i++) {
      assertFalse(client.isResting());
      client.ask(question());
    }
    assertTrue(client.isResting());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{}\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"hello\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"[1]\"}}]}",
        "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":null}}]}",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":\"{\\\"a\\\": \"}}]}",
        "{}"
      })
  void takesNothingForAnAnswerThatIsNone(String body) {
    server.enqueue(new MockResponse.Builder().body(body).build());
    assertInstanceOf(Failed.class, client().ask(question()));
  }

  @Test
  void tellsARefusalFromAFailure() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"choices\":[{\"message\":{\"refusal\":\"I cannot\",\"content\":null}}]}")
            .build());
    assertEquals("I cannot", assertInstanceOf(Refused.class, client().ask(question())).why());
  }

  @Test
  void saysWhenTheQuestionIsTooLongInsteadOfSimplifyingIt() {
    reject(400, "{\"error\":{\"message\":\"too big\",\"code\":\"context_length_exceeded\"}}");
    assertInstanceOf(TooLong.class, client().ask(question()));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void endsWithinItsDeadlineWhenTheAnswerStalls() {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(20))
            .onResponseBody(SocketEffect.Stall.INSTANCE)
            .build());
    var hasty = settings(Duration.ofMillis(700), Duration.ofMillis(1));
    var client = new ChatClient(hasty, http, InstantSource.system());
    var answer =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> client.ask(question()));
    assertInstanceOf(Failed.class, answer);
  }

  @Test
  void survivesAnAnswerThatIsCutOffAndOneWithoutAnEnd() {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"choices\":[{\"message\":{\"content\":\"{}\"}}]}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    server.enqueue(new MockResponse.Builder().body("x".repeat(3 << 20)).build());
    say("{\\\"a\\\":1}");
    assertInstanceOf(Said.class, client().ask(question()));
    assertEquals(3, server.getRequestCount());
  }

  @Test
  void followsNoRedirect() {
    server.enqueue(
        new MockResponse.Builder().code(307).addHeader("Location", server.url("/x")).build());
    assertInstanceOf(Failed.class, client().ask(question()));
    assertEquals(1, server.getRequestCount());
  }

  @Test
  void neverRepeatsTheKey() {
    reject(401, "{\"error\":{\"message\":\"Incorrect API key: " + KEY + "\"}}");
    var failed = assertInstanceOf(Failed.class, client().ask(question()));
    assertFalse(failed.why().contains(KEY), failed.why());
    assertFalse(settings(Duration.ofSeconds(1), Duration.ofMillis(1)).toString().contains(KEY));
  }

  @Test
  void stopsWithTheWorkAroundIt() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    var cancellation = new Cancellation();
    var asking = new FutureTask<>(() -> cancellation.call(() -> client().ask(question())));
    Thread.ofVirtual().start(asking);
    taken();
    cancellation.cancel("stopped by the test");
    var stopped =
        Assertions.assertThrows(ExecutionException.class, () -> asking.get(5, TimeUnit.SECONDS));
    assertInstanceOf(CancellationException.class, stopped.getCause());
  }

  private ChatClient client() {
    var settings = settings(Duration.ofSeconds(20), Duration.ofMillis(1));
    return new ChatClient(settings, http, InstantSource.system());
  }

  private ChatSettings settings(Duration deadline, Duration pause) {
    return new ChatSettings(
        server.url("/v1"), KEY, "model-x", deadline, 3, pause, Duration.ofMinutes(10));
  }

  private static ChatQuestion question() {
    var schema = MAPPER.createObjectNode().put("type", "object");
    return new ChatQuestion("do it", "stuff", "thing", schema, 500);
  }

  /** The content as it stands inside a JSON string. */
  private void say(String content) {
    server.enqueue(
        new MockResponse.Builder()
            .body(
                "{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\""
                    + content
                    + "\"}}],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":3}}")
            .build());
  }

  private void reject(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private RecordedRequest taken() throws InterruptedException {
    return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
  }

  private static JsonNode json(RecordedRequest request) {
    return MAPPER.readTree(Objects.requireNonNull(request.getBody()).utf8());
  }

  private static String format(RecordedRequest request) {
    return json(request).path("response_format").path("type").asString();
  }
}
