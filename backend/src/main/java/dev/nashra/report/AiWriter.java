package dev.nashra.report;

import dev.nashra.ai.ChatAnswer;
import dev.nashra.ai.ChatAnswer.Failed;
import dev.nashra.ai.ChatAnswer.Refused;
import dev.nashra.ai.ChatAnswer.Said;
import dev.nashra.ai.ChatAnswer.TooLong;
import dev.nashra.ai.ChatClient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Lets a model write the report, and checks each of its sentences against the articles. Where the
 * model fails, or its headline or lead does not hold, the extract stands in and says why.
 */
public final class AiWriter implements ReportWriter {
  private static final int MOST_ARTICLES = 8;
  private static final int LONGEST_TEXT = 12_000;
  private static final int LONGEST_HEADLINE = 130;
  private static final int LONGEST_LEAD = 320;
  private static final int LONGEST_POINT = 260;
  private static final int MOST_POINTS = 5;
  private static final int LONGEST_NOTE = 160;

  private final ChatClient client;
  private final ExtractiveWriter extracts = new ExtractiveWriter();

  public AiWriter(ChatClient client) {
    this.client = client;
  }

  @Override
  public Draft write(String language, List<Clipping> clippings) {
    var extract = extracts.write(language, clippings);
    var sources = sources(extract.language(), clippings);
    var answer = ask(extract.language(), sources);
    return switch (answer) {
      case Said said -> checked(said.json(), sources, extract);
      case Refused refused -> instead(extract, "the model refused: " + refused.why());
      case TooLong tooLong -> instead(extract, tooLong.why());
      case Failed failed -> instead(extract, failed.why());
    };
  }

  /** A question that does not fit is asked once more with half of the text. */
  private ChatAnswer ask(String language, List<Clipping> sources) {
    var whole = capped(sources, LONGEST_TEXT);
    var answer = client.ask(Assignment.about(language, whole));
    return answer instanceof TooLong
        ? client.ask(Assignment.about(language, capped(sources, LONGEST_TEXT / 2)))
        : answer;
  }

  private static Draft instead(Draft extract, String reason) {
    var note = "extractive, since " + reason;
    return extract.withNote(
        note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) + "…" : note);
  }

  /** The newest articles in the language, one of each outlet before a second of any. */
  private static List<Clipping> sources(String language, List<Clipping> clippings) {
    var outlets = new HashSet<String>();
    var first = new ArrayList<Clipping>();
    var further = new ArrayList<Clipping>();
    clippings.stream()
        .filter(clipping -> clipping.language().equals(language))
        .sorted(
            Comparator.comparing(Clipping::published).reversed().thenComparingLong(Clipping::id))
        .forEach(clipping -> (outlets.add(clipping.outlet()) ? first : further).add(clipping));
    first.addAll(further);
    return first.stream().limit(MOST_ARTICLES).map(AiWriter::cleaned).toList();
  }

  private static Clipping cleaned(Clipping clipping) {
    return with(
        clipping,
        Untrusted.cleaned(clipping.title(), 300),
        Untrusted.cleaned(clipping.text(), LONGEST_TEXT));
  }

  private static List<Clipping> capped(List<Clipping> sources, int characters) {
    int each = characters / Math.max(1, sources.size());
    return sources.stream()
        .map(source -> with(source, source.title(), Untrusted.cleaned(source.text(), each)))
        .toList();
  }

  private static Clipping with(Clipping clipping, String title, String text) {
    return new Clipping(
        clipping.id(),
        Untrusted.cleaned(clipping.outlet(), 80),
        title,
        text,
        clipping.language(),
        clipping.published());
  }

  private Draft checked(JsonNode json, List<Clipping> sources, Draft extract) {
    var proof = new Proofreading(sources, extract.language());
    var headline = proof.read(json.path("headline"), "headline", LONGEST_HEADLINE);
    var lead = proof.read(json.path("lead"), "lead", LONGEST_LEAD);
    var points = points(json.path("key_points"), proof, lead);
    if (headline.isEmpty()
        || lead.isEmpty()
        || (points.isEmpty() && !extract.keyPoints().isEmpty())) {
      return instead(extract, "the model's report was turned down: " + why(proof));
    }
    var all = new ArrayList<>(points);
    all.add(headline.get());
    all.add(lead.get());
    return new Draft(
        extract.language(),
        headline.get(),
        lead.get(),
        points,
        Citations.outlets(all, sources),
        "ai",
        proof.objections().isEmpty() ? "" : "left out " + why(proof));
  }

  private static String why(Proofreading proof) {
    return proof.objections().isEmpty() ? "no key points" : String.join(", ", proof.objections());
  }

  private static List<CitedSentence> points(
      JsonNode list, Proofreading proof, Optional<CitedSentence> lead) {
    var points = new ArrayList<CitedSentence>();
    var seen = new HashSet<String>();
    lead.ifPresent(sentence -> seen.add(sentence.text()));
    for (var item : list) {
      var point = proof.read(item, "key point", LONGEST_POINT);
      if (point.isPresent() && seen.add(point.get().text()) && points.size() < MOST_POINTS) {
        points.add(point.get());
      }
    }
    return points;
  }
}
