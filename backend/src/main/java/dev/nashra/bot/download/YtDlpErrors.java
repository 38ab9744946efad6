package dev.nashra.bot.download;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells from yt-dlp's last words why there is no file. The order counts: one and the same line can
 * name a status and ask to report the issue.
 */
final class YtDlpErrors {
  private static final int MOST_SHOWN = 1000;

  private static final List<Rule> RULES =
      List.of(
          rule("youtube.*(sign in to confirm|HTTP Error 403)", Failure.BLOCKED),
          rule("HTTP Error (429|5\\d\\d)", Failure.UNREACHABLE),
          rule("HTTP Error (401|403)", Failure.PRIVATE),
          rule("HTTP Error (404|410)", Failure.UNAVAILABLE),
          rule("in your country|geo.?restrict|in your location", Failure.COUNTRY),
          rule(
              "private|members.only|join this channel|age.restricted|confirm your age|sign in"
                  + "|log ?in|cookies|registered users|subscri",
              Failure.PRIVATE),
          rule("live event will begin|premieres in|offline|not currently live", Failure.LIVE),
          rule(
              "timed? ?out|connection (refused|reset|aborted)|name resolution|name or service not"
                  + " known|getaddrinfo|IncompleteRead|remote end closed|EOF occurred"
                  + "|unable to download webpage",
              Failure.UNREACHABLE),
          rule(
              "unavailable|removed|no longer|does not exist|deleted|terminated|not found",
              Failure.UNAVAILABLE),
          rule(
              "unsupported url|no suitable extractor|not a valid url|requested format is not"
                  + " available|\\bDRM\\b|no video|no media|there('s| is| are) no|unknown url type",
              Failure.UNSUPPORTED),
          rule("please report this issue|unable to extract", Failure.BROKEN));

  private YtDlpErrors() {}

  private record Rule(Pattern words, Failure failure) {}

  private static Rule rule(String words, Failure failure) {
    return new Rule(Pattern.compile(words, Pattern.CASE_INSENSITIVE), failure);
  }

  static Found.Nothing read(String errors) {
    var error = last(errors);
    return new Found.Nothing(
        RULES.stream()
            .filter(rule -> rule.words().matcher(error).find())
            .findFirst()
            .map(Rule::failure)
            .orElse(Failure.UNCLEAR),
        error);
  }

  private static String last(String errors) {
    var line =
        errors
            .lines()
            .filter(text -> text.startsWith("ERROR:"))
            .reduce((_, last) -> last)
            .orElse(errors.strip());
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
  }
}
