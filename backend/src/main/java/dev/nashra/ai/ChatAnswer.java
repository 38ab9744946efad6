package dev.nashra.ai;

import tools.jackson.databind.JsonNode;

/** How a question ended. */
public sealed interface ChatAnswer {
  /** The model answered with a JSON object; whether it has the agreed shape is not yet checked. */
  record Said(JsonNode json, Usage usage) implements ChatAnswer {}

  /** The model, or a filter before it, would not answer. */
  record Refused(String why) implements ChatAnswer {}

  /** The question does not fit the model; a shorter one may. */
  record TooLong(String why) implements ChatAnswer {}

  /** No usable answer came; the reason never holds the key. */
  record Failed(String why) implements ChatAnswer {}

  /** What the answer cost, in tokens; zeros when the server does not say. */
  record Usage(long prompt, long completion) {}
}
