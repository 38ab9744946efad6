package dev.nashra.report;

import dev.nashra.report.Ranking.Ranked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Writes a report out of the articles' own sentences: the same articles always give the same
 * report, and nothing is said that no article says.
 */
public final class ExtractiveWriter implements ReportWriter {
  private static final int MOST_ARTICLES = 24;
  private static final int SHORT_LEAD = 60;
  private static final int LONGEST_LEAD = 280;
  private static final double REPEATS_HEADLINE = 0.9;

  private static final Comparator<Clipping> NEWEST_FIRST =
      Comparator.comparing(Clipping::published).reversed().thenComparingLong(Clipping::id);

  @Override
  public Draft write(String language, List<Clipping> clippings) {
    var spoken = language(language, clippings);
    var used = select(spoken, clippings);
    var statements = new Statements(used, spoken);
    var citations = new Citations(statements);
    var ranked = new Ranking(statements).best();
    var headline = headline(statements, ranked, used);
    var lead = lead(ranked, statements, headline);
    var second = second(lead, statements);
    var said = new ArrayList<>(List.of(headline, lead));
    second.ifPresent(said::add);
    var points =
        new KeyPoints(ranked, said)
            .choose().stream().map(point -> citations.cite(point, point.text())).toList();
    var opening =
        second
            .map(next -> citations.cite(lead, next, lead.text() + " " + next.text()))
            .orElseGet(() -> citations.cite(lead, ended(lead.text())));
    return draft(spoken, citations.cite(headline, headline.text()), opening, points, used);
  }

  private static Draft draft(
      String language,
      CitedSentence headline,
      CitedSentence lead,
      List<CitedSentence> points,
      List<Clipping> used) {
    var all = new ArrayList<>(points);
    all.add(headline);
    all.add(lead);
    return new Draft(
        language, headline, lead, points, Citations.outlets(all, used), "extractive", "");
  }

  /** The story's language when an article has it, else the one that most articles have. */
  private static String language(String wanted, List<Clipping> clippings) {
    var counts = new HashMap<String, Integer>();
    clippings.forEach(clipping -> counts.merge(clipping.language(), 1, Integer::sum));
    if (counts.containsKey(wanted)) {
      return wanted;
    }
    return counts.keySet().stream()
        .max(Comparator.<String>comparingInt(counts::get).thenComparing(Comparator.reverseOrder()))
        .orElse("und");
  }

  /** The newest article of each outlet first, then the older ones, as many as can be weighed. */
  private static List<Clipping> select(String language, List<Clipping> clippings) {
    var newest = new LinkedHashMap<String, Clipping>();
    var sorted =
        clippings.stream()
            .filter(clipping -> clipping.language().equals(language))
            .sorted(NEWEST_FIRST)
            .toList();
    sorted.forEach(clipping -> newest.putIfAbsent(clipping.outlet(), clipping));
    var selected = new ArrayList<>(newest.values());
    sorted.stream().filter(clipping -> !selected.contains(clipping)).forEach(selected::add);
    return selected.stream()
        .limit(MOST_ARTICLES)
        .sorted(Comparator.comparing(Clipping::published).thenComparingLong(Clipping::id))
        .toList();
  }

  private static Statement headline(
      Statements statements, List<Ranked> ranked, List<Clipping> used) {
    return new Headlines(statements)
        .best()
        .or(() -> ranked.stream().map(Ranked::statement).findFirst())
        .or(() -> statements.sentences().stream().findFirst())
        .orElseThrow(() -> new IllegalArgumentException("articles without words: " + used.size()));
  }

  /** The best opening sentence; titles stand in where no article has a text. */
  private static Statement lead(List<Ranked> ranked, Statements statements, Statement headline) {
    return ranked.stream()
        .filter(candidate -> candidate.statement().text().length() <= LONGEST_LEAD)
        .filter(candidate -> !repeats(candidate.statement(), headline))
        .filter(candidate -> !candidate.statement().contradicts(headline))
        .max(
            Comparator.comparingDouble((Ranked candidate) -> worthAsLead(candidate, headline))
                .thenComparingLong(candidate -> -candidate.statement().articleId()))
        .map(Ranked::statement)
        .or(() -> otherTitle(statements, headline))
        .or(() -> ranked.stream().map(Ranked::statement).findFirst())
        .or(() -> statements.sentences().stream().findFirst())
        .orElse(headline);
  }

  /** A lead opens its article, and tells what the headline promises. */
  private static double worthAsLead(Ranked candidate, Statement headline) {
    double place =
        switch (candidate.statement().position()) {
          case 0 -> 1.6;
          case 1 -> 1.2;
          default -> 1;
        };
    var told = headline.shown().terms().coveredBy(candidate.statement().shown().terms());
    return candidate.score() * place * (0.4 + told);
  }

  private static boolean repeats(Statement statement, Statement headline) {
    return statement.shown().terms().coveredBy(headline.shown().terms()) > REPEATS_HEADLINE;
  }

  /** The title that adds most to the headline. */
  private static Optional<Statement> otherTitle(Statements statements, Statement headline) {
    return statements.titles().stream()
        .filter(title -> title.fitness() > 0.5 && !repeats(title, headline))
        .max(
            Comparator.comparingDouble(
                    (Statement title) ->
                        title.similarity(headline) * title.fitness()
                            + title.text().length() / 400.0)
                .thenComparingLong(title -> -title.articleId()));
  }

  /** The sentence behind a short lead, when it can be used too. */
  private static Optional<Statement> second(Statement lead, Statements statements) {
    if (lead.text().length() >= SHORT_LEAD || statements.titles().contains(lead)) {
      return Optional.empty();
    }
    return statements.sentences().stream()
        .filter(next -> next.articleId() == lead.articleId())
        .filter(next -> next.position() == lead.position() + 1)
        .filter(next -> next.fitness() >= 0.6)
        .filter(next -> lead.text().length() + next.text().length() < LONGEST_LEAD)
        .findFirst();
  }

  private static String ended(String sentence) {
    boolean isEnded = sentence.matches(".*[.!؟?۔。…][\"”»)』」']*$");
    return isEnded ? sentence : sentence + ".";
  }
}
