package dev.nashra.publish.local;

import dev.nashra.media.Rendering;
import dev.nashra.media.RenderingKind;
import dev.nashra.publish.Bundle;
import dev.nashra.publish.Claim;
import dev.nashra.publish.Format;
import dev.nashra.publish.SourceArticle;
import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import dev.nashra.social.Network;
import dev.nashra.social.Post;
import dev.nashra.social.PostWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Claims of stories that a test writes. */
final class LocalClaims {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private LocalClaims() {}

  /** A story with two sources. */
  record Told(
      long id,
      String language,
      String headline,
      String lead,
      List<String> points,
      List<String> outlets) {
    Report report() {
      return new Report(
          id,
          id,
          1,
          language,
          cited(headline, 1L),
          cited(lead, 1L),
          IntStream.range(0, points.size())
              .mapToObj(i -> cited(points.get(i), i % 2 == 0 ? 1L : 2L))
              .toList(),
          outlets,
          "extractive",
          NOON.minus(Duration.ofMinutes(17 * id)));
    }

    private static CitedSentence cited(String text, Long article) {
      return new CitedSentence(text, List.of(article));
    }
  }

  static Claim card(Told told, String address, Rendering... renderings) {
    return claim(told, Format.CARD, address, renderings);
  }

  static Claim reel(Told told, Rendering... renderings) {
    return claim(told, Format.REEL, "https://example.com/", renderings);
  }

  private static Claim claim(Told told, Format format, String address, Rendering... renderings) {
    var report = told.report();
    var draft = new PostWriter().write(report, address, Network.LOCAL);
    var post =
        new Post(
            100 + told.id(),
            told.id(),
            report.id(),
            Network.LOCAL,
            1,
            told.language(),
            draft.text(),
            draft.hashtags(),
            draft.link());
    var sources =
        IntStream.range(0, told.outlets().size())
            .mapToObj(
                i ->
                    new SourceArticle(
                        i + 1,
                        told.outlets().get(i),
                        told.headline(),
                        i == 0 ? address : address + i,
                        told.language(),
                        report.written()))
            .toList();
    return new Claim(
        told.id(),
        1,
        format,
        report.written(),
        null,
        new Bundle(
            post, report, told.id() == 3 ? 9 : told.id() / 10.0, sources, List.of(renderings)));
  }

  static Rendering rendering(
      RenderingKind kind,
      String file,
      String type,
      int width,
      int height,
      @Nullable Integer seconds) {
    return new Rendering(
        1,
        1,
        1,
        kind,
        file,
        type,
        1000,
        width,
        height,
        seconds == null ? null : Duration.ofSeconds(seconds));
  }
}
