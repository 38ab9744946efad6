package dev.nashra.store;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A value for a {@code jsonb} column.
 *
 * @param text the JSON document
 */
record Json(String text) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The JSON of a record, list or map. */
  static Json of(Object value) {
    return new Json(MAPPER.writeValueAsString(value));
  }

  <T> T as(Class<T> type) {
    return MAPPER.readValue(text, type);
  }

  <T> T as(TypeReference<T> type) {
    return MAPPER.readValue(text, type);
  }
}
