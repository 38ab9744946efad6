package dev.nashra.story;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Holds a document against stories; made once, because it keeps room for every known term. */
final class Comparison {
  /** A story is known by its latest documents; comparing with all of a long one would not pay. */
  private static final int DOCUMENTS_COMPARED = 16;

  private static final int TERMS_NAMED = 8;

  /** What lies below comes from the order in which fractions were added up. */
  private static final double PRECISION = 1e6;

  private final TermSpace space;
  private final Query words;
  private final Query headline;
  private final Query letters;

  Comparison(TermSpace words, TermSpace letters) {
    this.space = words;
    this.words = new Query(words);
    this.headline = new Query(words);
    this.letters = new Query(letters);
  }

  /** Makes this the document that the next calls speak of. */
  void load(DocumentTerms document) {
    words.load(document.words());
    headline.load(document.headline());
    letters.load(document.letters());
  }

  /** What text and time of the loaded document say for its belonging to the story. */
  double evidence(DocumentTerms document, KnownStory story) {
    boolean texts = document.fullText() && story.hasFullText();
    var nearest = nearest(document, story, texts);
    double content =
        texts
            ? Evidence.ofTexts(nearest.text, story.words().cosine(words))
            : Evidence.ofHeadlines(
                nearest.headline,
                story.headlines().cosine(headline),
                nearest.letters,
                story.letters().cosine(letters),
                Math.max(nearest.cover, share(headline.bag(), story.words()::contains)));
    double evidence = content + Evidence.ofTime(texts, document.published(), story.published());
    return Math.round(evidence * PRECISION) / PRECISION;
  }

  private Nearest nearest(DocumentTerms document, KnownStory story, boolean texts) {
    var nearest = new Nearest();
    var others = story.latestFirst();
    for (int i = 0; i < DOCUMENTS_COMPARED && others.hasNext(); i++) {
      var other = others.next();
      if (texts) {
        if (other.fullText()) {
          nearest.text = Math.max(nearest.text, words.cosine(other.words()));
        }
        continue;
      }
      nearest.headline = Math.max(nearest.headline, headline.cosine(other.headline()));
      nearest.letters = Math.max(nearest.letters, letters.cosine(other.letters()));
      if (document.fullText()) {
        nearest.cover =
            Math.max(nearest.cover, share(other.headline(), term -> words.at(term) > 0));
      }
    }
    return nearest;
  }

  /** How much of a headline, by rarity, is among the terms. */
  private double share(Bag headlineTerms, Terms among) {
    double found = 0;
    double all = 0;
    for (int term : headlineTerms.terms()) {
      double rarity = space.rarity(term);
      all += rarity;
      found += among.contain(term) ? rarity : 0;
    }
    return all == 0 ? 0 : found / all;
  }

  /** The loaded document's words that the story has too, the most telling first. */
  List<String> shared(DocumentTerms document, KnownStory story) {
    var terms = document.words().terms();
    return IntStream.range(0, terms.length)
        .filter(i -> story.words().contains(terms[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -words.at(terms[i])))
        .limit(TERMS_NAMED)
        .map(i -> document.surfaces().get(i))
        .toList();
  }

  /** A set of terms. */
  private interface Terms {
    boolean contain(int term);
  }

  /** The greatest resemblance to a single document, of each kind. */
  private static final class Nearest {
    private double text;
    private double headline;
    private double letters;
    private double cover;
  }
}
