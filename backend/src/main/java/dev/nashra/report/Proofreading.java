package dev.nashra.report;

import dev.nashra.text.ArabicFolding;
import dev.nashra.text.Token;
import dev.nashra.text.Tokens;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Holds a model's sentences against the articles that they cite. A sentence passes only when its
 * sources exist, hold its figures and most of its words, and it brings nothing that can be clicked.
 */
final class Proofreading {
  private static final int SHORTEST = 12;
  private static final double GROUNDED = 0.5;
  private static final Pattern CLICKABLE =
      Pattern.compile(
          "https?:|www\\.|\\]\\(|<[a-z/!]|[@#]\\w{2,}|\\b[\\w-]+\\.(?:com|net|org|info|io|me|co|ru|xyz|app|ly|gg)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP = Pattern.compile("^[\\s*•\\-–\\d.)]*[•*]\\s+|\\*\\*|__|`");
  private static final Set<String> ARABIC_SCRIPT =
      Set.of("ar", "fa", "ur", "ps", "ckb", "sd", "ug");

  private final List<Clipping> sources;
  private final List<Set<String>> figures;
  private final List<Set<String>> terms;
  private final String language;
  private final List<String> objections = new ArrayList<>();

  Proofreading(List<Clipping> sources, String language) {
    this.sources = sources;
    this.language = language;
    this.figures = sources.stream().map(source -> Figures.of(words(source))).toList();
    this.terms = sources.stream().map(source -> terms(words(source))).toList();
  }

  /** Why sentences were turned down, in the order in which they were read. */
  List<String> objections() {
    return List.copyOf(objections);
  }

  /**
   * The sentence as it may be printed; empty when it was turned down.
   *
   * @param what how the sentence is called in the objections
   */
  Optional<CitedSentence> read(JsonNode sentence, String what, int longest) {
    var text = MARKUP.matcher(sentence.path("text").asString("")).replaceAll("");
    text = text.replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ").strip();
    var cited = cited(sentence.path("sources"));
    var objection = objection(text, cited, longest);
    if (!objection.isEmpty()) {
      objections.add(what + ": " + objection);
      return Optional.empty();
    }
    return Optional.of(
        new CitedSentence(text, cited.stream().map(number -> sources.get(number).id()).toList()));
  }

  /** Indices of the cited sources; empty when one of them does not exist. */
  private Set<Integer> cited(JsonNode numbers) {
    var cited = new LinkedHashSet<Integer>();
    for (var number : numbers) {
      int index = number.asInt(0) - 1;
      if (index < 0 || index >= sources.size()) {
        return Set.of();
      }
      cited.add(index);
    }
    return cited;
  }

  private String objection(String text, Set<Integer> cited, int longest) {
    if (text.length() < SHORTEST || text.length() > longest) {
      return "its length is " + text.length();
    }
    if (cited.isEmpty()) {
      return "it cites no article that exists";
    }
    if (CLICKABLE.matcher(text).find()) {
      return "it brings a link or a mention";
    }
    if (!hasScript(text)) {
      return "it is in another script";
    }
    return ungrounded(text, cited);
  }

  private String ungrounded(String text, Set<Integer> cited) {
    var known = new HashSet<String>();
    cited.forEach(index -> known.addAll(figures.get(index)));
    var invented = new LinkedHashSet<>(Figures.of(text));
    invented.removeAll(known);
    if (!invented.isEmpty()) {
      return "no cited article has the figure " + String.join(", ", invented);
    }
    var said = new HashSet<String>();
    cited.forEach(index -> said.addAll(terms.get(index)));
    var own = terms(text);
    long shared = own.stream().filter(said::contains).count();
    return own.isEmpty() || shared < GROUNDED * own.size()
        ? "its words are not those of the articles"
        : "";
  }

  /**
   * Most letters are of the script in which the language is written, or the language is unknown.
   */
  private boolean hasScript(String text) {
    long arabic =
        text.codePoints().filter(c -> UnicodeScript.of(c) == UnicodeScript.ARABIC).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return language.equals("und") || ARABIC_SCRIPT.contains(language) == (arabic * 2 > letters);
  }

  private Set<String> terms(String text) {
    var all = new HashSet<String>();
    for (Token token : Tokens.of(text, language)) {
      all.add(token.term());
    }
    return all;
  }

  private static String words(Clipping source) {
    return ArabicFolding.fold(source.title() + "\n" + source.text() + "\n" + source.outlet());
  }
}
