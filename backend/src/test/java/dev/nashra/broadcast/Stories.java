package dev.nashra.broadcast;

import dev.nashra.broadcast.Candidate.Picture;
import dev.nashra.broadcast.Candidate.SourceArticle;
import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import java.time.Instant;
import java.util.List;

/** Stories for editions of tests. */
final class Stories {
  static final Instant NOON = Instant.parse("2031-05-04T12:00:00Z");

  private Stories() {}

  static Candidate english(long id) {
    return story(
        id,
        "en",
        "Ferry %d runs aground off Port Amber".formatted(id),
        "Ferry %d ran aground off Port Amber on Tuesday, the coast guard said.".formatted(id));
  }

  static Candidate arabic(long id) {
    return story(
        id,
        "ar",
        "جنوح العبّارة %d قرب ميناء العنبر".formatted(id),
        "جنحت العبّارة %d صباح الثلاثاء قرب ميناء العنبر، بحسب خفر السواحل.".formatted(id));
  }

  static Candidate story(long id, String language, String headline, String lead) {
    return story(id, language, headline, lead, "https://quay.example/a?b=1&c=" + id);
  }

  static Candidate story(long id, String language, String headline, String lead, String url) {
    var ids = List.of(id * 10, id * 10 + 1);
    return new Candidate(
        new Report(
            id * 100,
            id,
            1,
            language,
            new CitedSentence(headline, ids),
            new CitedSentence(lead, List.of(ids.get(0))),
            List.of(new CitedSentence("Point of story " + id + ".", List.of(ids.get(1)))),
            List.of("The Quay", "Coast Radio"),
            "extractive",
            NOON),
        List.of(
            new SourceArticle(ids.get(0), "The Quay", headline, url),
            new SourceArticle(ids.get(1), "Coast Radio", "Another title", url)),
        new Picture("2031/05/04/" + id + "-link-image.jpg", 1200, 630));
  }
}
