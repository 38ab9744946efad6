package dev.nashra.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.nashra.http.RetryAfter;
import dev.nashra.telegram.TelegramResult.Ambiguous;
import dev.nashra.telegram.TelegramResult.Fault;
import dev.nashra.telegram.TelegramResult.Migrated;
import dev.nashra.telegram.TelegramResult.NotSent;
import dev.nashra.telegram.TelegramResult.Ok;
import dev.nashra.telegram.TelegramResult.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class AnswerReaderTest {
  private final AnswerReader reader =
      new AnswerReader(new RetryAfter(() -> Instant.EPOCH), new BotToken(BotApiServer.TOKEN));

  @ParameterizedTest
  @CsvSource({
    "400,Bad Request: message caption is too long,ITEM",
    "400,Bad Request: can't parse entities,ITEM",
    "400,Bad Request: chat not found,CHAT",
    "400,Bad Request: not enough rights to send text messages to the chat,CHAT",
    "403,Forbidden: bot was kicked from the channel chat,CHAT",
    "403,Forbidden: bot is not a member of the channel chat,CHAT",
    "401,Unauthorized,CREDENTIAL",
    "404,Not Found,CREDENTIAL",
    "409,Conflict: terminated by other getUpdates request,CREDENTIAL",
    "413,Request Entity Too Large,ITEM",
  })
  void aRefusalSaysWhoseFaultItIs(int code, String description, Fault fault) {
    var result = read(code, null, error(code, description, ""));
    assertEquals(new Refused<JsonNode>(fault, code, description), result);
  }

  @Test
  void tooManyRequestsWereNotSentAndSayHowLongToWait() {
    var result = read(429, null, error(429, "slow", ",\"parameters\":{\"retry_after\":35}"));
    assertEquals(new NotSent<JsonNode>("slow", Duration.ofSeconds(35)), result);
  }

  @Test
  void theHeaderHelpsOutWhenTheBodyDoesNotSayHowLong() {
    var fromProxy = read(429, "12", "<html>slow down</html>");
    assertEquals(Duration.ofSeconds(12), assertInstanceOf(NotSent.class, fromProxy).retryAfter());
  }

  @Test
  void anAbsurdWaitIsBounded() {
    var result = read(429, null, error(429, "x", ",\"parameters\":{\"retry_after\":1e300}"));
    assertEquals(Duration.ofDays(1), assertInstanceOf(NotSent.class, result).retryAfter());
  }

  @Test
  void aSupergroupHasANewNumber() {
    var migrated =
        read(400, null, error(400, "x", ",\"parameters\":{\"migrate_to_chat_id\":-1009007199254}"));
    assertEquals(new Migrated<JsonNode>(-1009007199254L), migrated);
  }

  @ParameterizedTest
  @CsvSource({"500", "502", "503", "504", "408", "302", "200"})
  void whatIsNoAnswerSaysNothing(int status) {
    assertInstanceOf(Ambiguous.class, read(status, null, "<html>Bad gateway</html>"));
    assertInstanceOf(Ambiguous.class, read(status, null, ""));
    assertInstanceOf(Ambiguous.class, read(status, null, "{\"ok\":"));
    assertInstanceOf(Ambiguous.class, read(status, null, "[1,2]"));
  }

  @Test
  void aFaultOfTheServerMayComeAfterItPosted() {
    assertInstanceOf(Ambiguous.class, read(500, null, error(500, "Internal Server Error", "")));
  }

  @Test
  void theTokenIsNotInWhatTheServerSays() {
    var result =
        read(400, null, error(400, "no such path /bot" + BotApiServer.TOKEN + "/sendX", ""));
    assertFalse(result.toString().contains("AAtest"), result.toString());
  }

  static IntStream seeds() {
    return IntStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noAnswerIsTakenForSuccessByMistake(int seed) {
    var random = new Random(seed);
    var good = "{\"ok\":true,\"result\":{\"message_id\":5,\"chat\":{\"id\":7}}}";
    var bytes = good.getBytes(StandardCharsets.UTF_8);
    int cut = random.nextInt(bytes.length);
    for (int i = random.nextInt(3); i >= 0 && random.nextBoolean(); i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    var part = new String(bytes, 0, cut, StandardCharsets.ISO_8859_1);
    assertFalse(read(200, null, part) instanceof Ok<?>, part);
  }

  private TelegramResult<JsonNode> read(int status, @Nullable String retryAfter, String body) {
    return reader.read(status, retryAfter, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String error(int code, String description, String more) {
    return "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"%s}"
        .formatted(code, description, more);
  }
}
