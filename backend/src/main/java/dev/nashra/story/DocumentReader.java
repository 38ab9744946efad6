package dev.nashra.story;

import dev.nashra.text.ArabicFolding;
import dev.nashra.text.LikelyLanguage;
import dev.nashra.text.Token;
import dev.nashra.text.Tokens;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a document apart into the terms by which it is compared. */
final class DocumentReader {
  /** News say in their first paragraphs what they are about; the rest costs more than it tells. */
  private static final int CHARACTERS_READ = 8_000;

  private static final int WORDS_READ = 500;
  private static final int HEADLINE_WORDS_READ = 60;

  /** Below this a text says hardly more than its headline. */
  private static final int FULL_TEXT_WORDS = 20;

  private static final int HEADLINE_COUNTS_AS = 3;
  private static final int RUN = 4;

  private final TermSpace words;
  private final TermSpace letters;

  DocumentReader(TermSpace words, TermSpace letters) {
    this.words = words;
    this.letters = letters;
  }

  DocumentTerms read(ClusterDocument document) {
    var language = primary(document.language());
    var title = cut(document.title());
    var body = document.body() == null ? "" : cut(document.body());
    var readAs = language != null ? language : LikelyLanguage.of(title + "\n" + body);
    var headline = first(HEADLINE_WORDS_READ, Tokens.of(title, readAs));
    var text = first(WORDS_READ, Tokens.of(body, readAs));
    boolean fullText = text.size() >= FULL_TEXT_WORDS;

    var headlineCounts = new Counts();
    headlineCounts.add(headline, 1);
    var counts = headlineCounts;
    if (fullText) {
      counts = new Counts();
      counts.add(headline, HEADLINE_COUNTS_AS);
      counts.add(text, 1);
    }
    return new DocumentTerms(
        counts.bag(words),
        headlineCounts.bag(words),
        runs(headline).bag(letters),
        counts.surfaces(),
        fullText,
        language,
        document.published());
  }

  /** The first part of a language tag; null when it says nothing. */
  private static @Nullable String primary(@Nullable String tag) {
    if (tag == null || tag.isBlank()) {
      return null;
    }
    var code = tag.strip().toLowerCase(Locale.ROOT).replaceFirst("[^a-z].*", "");
    return code.isEmpty() || code.equals("und") ? null : code;
  }

  private static String cut(String text) {
    return text.length() <= CHARACTERS_READ ? text : text.substring(0, CHARACTERS_READ);
  }

  private static List<Token> first(int most, List<Token> tokens) {
    return tokens.subList(0, Math.min(most, tokens.size()));
  }

  /** Every four letters in a row of each word, where a word begins and ends with a space. */
  private static Counts runs(List<Token> headline) {
    var counts = new Counts();
    for (var token : headline) {
      var word = " " + ArabicFolding.fold(token.surface()).toLowerCase(Locale.ROOT) + " ";
      counts.add(word.substring(0, Math.min(RUN, word.length())));
      for (int end = RUN + 1; end <= word.length(); end++) {
        counts.add(word.substring(end - RUN, end));
      }
    }
    return counts;
  }

  /** How often each term comes, and how it was written first. */
  private static final class Counts {
    private final Map<String, int[]> counts = new LinkedHashMap<>();
    private final Map<String, String> surfaces = new LinkedHashMap<>();

    void add(List<Token> tokens, int times) {
      for (var token : tokens) {
        counts.computeIfAbsent(token.term(), _ -> new int[1])[0] += times;
        surfaces.putIfAbsent(token.term(), token.surface());
      }
    }

    void add(String run) {
      counts.computeIfAbsent(run, _ -> new int[1])[0]++;
    }

    Bag bag(TermSpace space) {
      var terms = new int[counts.size()];
      var weights = new int[counts.size()];
      int i = 0;
      for (var entry : counts.entrySet()) {
        terms[i] = space.number(entry.getKey());
        weights[i++] = Bag.weight(entry.getValue()[0]);
      }
      return new Bag(terms, weights);
    }

    List<String> surfaces() {
      return List.copyOf(surfaces.values());
    }
  }
}
