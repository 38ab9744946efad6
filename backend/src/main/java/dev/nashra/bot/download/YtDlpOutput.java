package dev.nashra.bot.download;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What yt-dlp writes to its standard output: a line of JSON about the media, and the file's path.
 *
 * @param file empty when it got none
 * @param seconds 0 when it does not know
 */
record YtDlpOutput(String file, String title, double seconds, boolean isLive) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  static YtDlpOutput of(String output) {
    var lines = output.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    var about =
        lines.stream()
            .filter(line -> line.startsWith("{"))
            .findFirst()
            .map(YtDlpOutput::json)
            .orElse(MissingNode.getInstance());
    var file =
        lines.stream().filter(line -> !line.startsWith("{")).reduce((_, last) -> last).orElse("");
    return new YtDlpOutput(
        file,
        about.path("title").asString(""),
        about.path("duration").asDouble(0),
        about.path("is_live").asBoolean(false));
  }

  private static JsonNode json(String line) {
    try {
      return MAPPER.readTree(line);
    } catch (JacksonException e) {
      return MissingNode.getInstance();
    }
  }
}
