package dev.nashra.bot.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YtDlpErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Unsupported URL: https://example.com/|UNSUPPORTED
          No suitable extractor found for URL http://example.com/clip.mp4|UNSUPPORTED
          [generic] None: '-x' is not a valid URL. Set --default-search|UNSUPPORTED
          [youtube] a: Requested format is not available. Use --list-formats|UNSUPPORTED
          [twitter] 1: No video could be found in this tweet|UNSUPPORTED
          [site] a: This video is DRM protected|UNSUPPORTED
          [youtube] a: Private video. Sign in if you've been granted access|PRIVATE
          [youtube] a: Join this channel to get access to members-only content|PRIVATE
          [site] a: This video is age-restricted|PRIVATE
          [instagram] a: Requested content is not available, rate-limit reached or login required|PRIVATE
          [youtube] a: Sign in to confirm you're not a bot|BLOCKED
          [youtube] a: unable to download video data: HTTP Error 403: Forbidden|BLOCKED
          [site] a: unable to download video data: HTTP Error 403: Forbidden|PRIVATE
          [youtube] a: Video unavailable. This video has been removed by the uploader|UNAVAILABLE
          [site] a: Unable to download webpage: HTTP Error 404: Not Found (caused by x); please report this issue on|UNAVAILABLE
          [site] a: Unable to download webpage: HTTP Error 410: Gone|UNAVAILABLE
          [youtube] a: The uploader has not made this video available in your country|COUNTRY
          [youtube] a: This live event will begin in 2 hours.|LIVE
          [site] a: Unable to download webpage: <urlopen error timed out>|UNREACHABLE
          [generic] None: Unable to download webpage: <urlopen error [Errno 111] Connection refused>|UNREACHABLE
          [site] a: Unable to download JSON: HTTP Error 503: Service Unavailable|UNREACHABLE
          [site] a: HTTP Error 429: Too Many Requests|UNREACHABLE
          [site] a: <urlopen error [Errno -3] Temporary failure in name resolution>|UNREACHABLE
          [download] Got error: IncompleteRead(1024 bytes read, 8 more expected)|UNREACHABLE
          [site] a: Unable to extract player URL; please report this issue on|BROKEN
          [site] a: something nobody has thought of|UNCLEAR
          """)
  void wordsHaveAMeaning(String words, Failure failure) {
    assertEquals(failure, YtDlpErrors.read("WARNING: x\nERROR: " + words + "\n").failure());
  }
}
