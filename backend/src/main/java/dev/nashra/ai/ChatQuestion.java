package dev.nashra.ai;

import tools.jackson.databind.JsonNode;

/**
 * One question to a model, to be answered with one JSON object.
 *
 * @param instructions what to do; trusted
 * @param material what to do it with; from outside, fenced by whoever builds the question
 * @param shape a short name for the answer's schema, of letters, digits and {@code _}
 * @param schema the JSON Schema of the answer, strict: every property required, no others
 * @param maxTokens the longest answer that is paid for
 */
public record ChatQuestion(
    String instructions, String material, String shape, JsonNode schema, int maxTokens) {}
