package dev.nashra.ai;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The error of an endpoint, in whichever of the known forms it came: an object whose code is a word
 * or a number, or a plain string.
 */
record ApiError(String code, String type, String message) {
  private static final int LONGEST = 300;
  private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504, 529);

  static ApiError of(JsonNode body, int status) {
    var error = body.path("error");
    if (error.isString()) {
      return new ApiError("", "", bounded(error.stringValue()));
    }
    var source = error.isObject() ? error : body;
    var message =
        text(source, "message").isEmpty() ? text(source, "detail") : text(source, "message");
    return new ApiError(
        text(source, "code"),
        text(source, "type"),
        message.isEmpty() ? "no reason given (" + status + ")" : message);
  }

  /** Whether the body holds an error at all: some servers send one with the status 200. */
  static boolean isIn(JsonNode body) {
    var error = body.path("error");
    return (error.isObject() && !error.isEmpty()) || error.isString();
  }

  boolean isTransient(int status) {
    return TRANSIENT.contains(effective(status)) && !isOutOfMoney();
  }

  /** The account or the key is not served any more: asking again changes nothing. */
  boolean closesTheAccount(int status) {
    int effective = effective(status);
    return isOutOfMoney() || effective == 401 || effective == 402 || effective == 403;
  }

  boolean isTooLong() {
    return code.equals("context_length_exceeded")
        || lower().contains("context length")
        || lower().contains("context_length")
        || lower().contains("maximum context")
        || lower().contains("too many tokens");
  }

  boolean mentions(String word) {
    return lower().contains(word);
  }

  @Override
  public String toString() {
    return code.isEmpty() ? message : code + ", " + message;
  }

  private boolean isOutOfMoney() {
    return isOutOfMoney(code) || isOutOfMoney(type);
  }

  private static boolean isOutOfMoney(String word) {
    return word.equals("insufficient_quota")
        || word.equals("credit_balance_exhausted")
        || word.equals("organization_usage_limit_exceeded")
        || word.endsWith("_spend_limit_exceeded");
  }

  /** An error inside a 200 carries its own status as its code. */
  private int effective(int status) {
    if (status != 200) {
      return status;
    }
    return code.matches("[45]\\d\\d") ? Integer.parseInt(code) : 502;
  }

  private String lower() {
    return (code + " " + type + " " + message).toLowerCase(Locale.ROOT);
  }

  private static String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() ? bounded(value.asString()) : "";
  }

  private static String bounded(String text) {
    var line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
