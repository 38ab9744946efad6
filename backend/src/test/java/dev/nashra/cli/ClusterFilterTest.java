package dev.nashra.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class ClusterFilterTest {
  private final ClusterFilter filter = new ClusterFilter();

  @Test
  void everyLineIsAnsweredWithItsStory() {
    assertEquals(
        "{\"id\":\"a\",\"story\":\"a\"}",
        answer("{\"id\":\"a\",\"title\":\"Ferry runs aground off Port Amber\"}"));
    assertEquals(
        "{\"id\":\"b\",\"story\":\"a\"}",
        answer(
            "{\"id\":\"b\",\"title\":\"Ferry aground off Port Amber\",\"body\":null,\"lang\":null,"
                + "\"published\":null,\"source\":\"x\"}"));
    assertEquals(
        "{\"id\":7,\"story\":\"7\"}".replace("7,", "\"7\","),
        answer("{\"id\":7,\"title\":\"Central bank raises rates\",\"lang\":\"en\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{|not JSON",
        "[1]|not a JSON object",
        "{\"title\":\"x\"}|no id",
        "{\"id\":\"a\",\"title\":null}|no title",
        "{\"id\":\"a\",\"title\":{}}|title is not a text",
        "{\"id\":\"a\",\"title\":\"x\",\"body\":[]}|body is not a text"
      })
  void aBadLineSaysWhatIsWrong(String line, String error) {
    var answer = answer(line);
    assertTrue(answer.startsWith("{\"id\":null,\"story\":null,\"error\":\"" + error), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2031-05-04", "2031-05-04T12:00", "2031-05-04T12:00:00.5+02:00", "soon", ""})
  void aTimeOfAnyKindIsAccepted(String time) {
    assertEquals(
        "{\"id\":\"a\",\"story\":\"a\"}",
        answer("{\"id\":\"a\",\"title\":\"x\",\"published\":\"" + time + "\"}"));
  }

  @Test
  void noLineBreaksTheFilter() {
    var random = new Random(3);
    var pieces =
        new String[] {
          "{", "}", "\"id\":", "\"title\":", "1", "\"x\"", ",", "null", "[", "\\u", " "
        };
    for (int round = 0; round < 2_000; round++) {
      var line = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        line.append(pieces[random.nextInt(pieces.length)]);
      }
      assertTrue(answer(line.toString()).startsWith("{\"id\":"));
    }
  }

  private String answer(String line) {
    return JsonMapper.builder().build().writeValueAsString(filter.answer(line));
  }
}
