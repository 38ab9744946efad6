package dev.nashra.ai;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a question is put to a server, by what the server is known to accept.
 *
 * @param temperature whether it lets the temperature be set
 * @param limit the name of the field that bounds the answer's length
 */
record Dialect(Format format, boolean temperature, String limit) {
  static final Dialect RICHEST = new Dialect(Format.JSON_SCHEMA, true, "max_tokens");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String NEWER_LIMIT = "max_completion_tokens";

  /** How the server is told which JSON is wanted. */
  enum Format {
    JSON_SCHEMA,
    JSON_OBJECT,
    PROMPT
  }

  ObjectNode body(ChatQuestion question, String model) {
    var body = MAPPER.createObjectNode().put("model", model);
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", instructions(question));
    messages.addObject().put("role", "user").put("content", question.material());
    body.put(limit, question.maxTokens());
    if (temperature) {
      body.put("temperature", 0.2);
    }
    putFormat(body, question);
    return body;
  }

  /** The next simpler way after the server did not accept this one; null when there is none. */
  @Nullable Dialect after(ApiError refusal) {
    if (refusal.mentions("temperature") && temperature) {
      return new Dialect(format, false, limit);
    }
    if (refusal.mentions("max_tokens") && !limit.equals(NEWER_LIMIT)) {
      return new Dialect(format, temperature, NEWER_LIMIT);
    }
    return switch (format) {
      case JSON_SCHEMA -> new Dialect(Format.JSON_OBJECT, temperature, limit);
      case JSON_OBJECT -> new Dialect(Format.PROMPT, temperature, limit);
      case PROMPT -> null;
    };
  }

  private void putFormat(ObjectNode body, ChatQuestion question) {
    switch (format) {
      case JSON_SCHEMA ->
          body.putObject("response_format")
              .put("type", "json_schema")
              .putObject("json_schema")
              .put("name", question.shape())
              .put("strict", true)
              .set("schema", question.schema());
      case JSON_OBJECT -> body.putObject("response_format").put("type", "json_object");
      case PROMPT -> {}
    }
  }

  private String instructions(ChatQuestion question) {
    return format == Format.JSON_SCHEMA
        ? question.instructions()
        : question.instructions()
            + "\n\nAnswer with one JSON object and nothing else. Its JSON Schema:\n"
            + question.schema();
  }
}
