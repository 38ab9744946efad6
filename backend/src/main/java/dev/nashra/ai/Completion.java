package dev.nashra.ai;

import dev.nashra.ai.ChatAnswer.Failed;
import dev.nashra.ai.ChatAnswer.Refused;
import dev.nashra.ai.ChatAnswer.Said;
import dev.nashra.ai.ChatAnswer.Usage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer out of the body of a chat completion. */
final class Completion {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int LONGEST_REASON = 200;

  private Completion() {}

  static ChatAnswer read(JsonNode body) {
    var choice = body.path("choices").path(0);
    var message = choice.path("message");
    var refusal = message.path("refusal");
    if (refusal.isString() && !refusal.stringValue().isBlank()) {
      return new Refused(bounded(refusal.stringValue()));
    }
    var reason = choice.path("finish_reason").asString("");
    if (reason.equals("content_filter")) {
      return new Refused("stopped by a content filter");
    }
    if (reason.equals("length")) {
      return new Failed("the answer was cut off at its longest allowed length");
    }
    var json = object(content(message.path("content")));
    return json == null
        ? new Failed("the answer holds no JSON object")
        : new Said(json, usage(body.path("usage")));
  }

  /** A string, or a list of parts. */
  private static String content(JsonNode content) {
    if (content.isArray()) {
      var text = new StringBuilder();
      content.forEach(part -> text.append(part.path("text").asString("")));
      return text.toString();
    }
    return content.asString("");
  }

  /** The object in the text, which may be wrapped in a code block, in prose or in thoughts. */
  private static @Nullable JsonNode object(String text) {
    int thoughts = text.lastIndexOf("</think>");
    int start = text.indexOf('{', Math.max(thoughts, 0));
    int end = text.lastIndexOf('}');
    if (start < 0 || end < start) {
      return null;
    }
    try {
      var node = MAPPER.readTree(text.substring(start, end + 1));
      return node.isObject() ? node : null;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static Usage usage(JsonNode usage) {
    return new Usage(
        usage.path("prompt_tokens").asLong(0), usage.path("completion_tokens").asLong(0));
  }

  private static String bounded(String text) {
    return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
  }
}
