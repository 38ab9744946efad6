package dev.nashra.media.audio;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How loud a sound is, as EBU R 128 measures it.
 *
 * @param integrated LUFS over its whole length
 * @param truePeak dBTP
 * @param range LU between its soft and loud parts
 * @param threshold LUFS below which it counted as a pause
 */
public record Loudness(double integrated, double truePeak, double range, double threshold) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** Below this nothing can be made louder without making the noise the programme. */
  private static final double SILENCE = -60;

  /** Reads what ffmpeg's loudnorm filter prints as its last words; null when it printed nothing. */
  static @Nullable Loudness parse(String output) {
    int start = output.lastIndexOf('{');
    int end = output.lastIndexOf('}');
    if (start < 0 || end < start) {
      return null;
    }
    try {
      var json = MAPPER.readTree(output.substring(start, end + 1));
      return new Loudness(
          number(json, "input_i"),
          number(json, "input_tp"),
          number(json, "input_lra"),
          number(json, "input_thresh"));
    } catch (JacksonException | NumberFormatException _) {
      return null;
    }
  }

  public boolean isSilence() {
    return !(integrated > SILENCE);
  }

  /** Silence is {@code -inf}. */
  private static double number(JsonNode json, String field) {
    var text = json.path(field).asString("");
    return text.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
  }
}
