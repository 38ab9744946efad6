package dev.nashra.report;

import dev.nashra.report.Statement.Content;
import dev.nashra.text.Sentences;
import dev.nashra.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Everything that the articles of a story say, sentence by sentence, ready to be weighed. */
final class Statements {
  private static final int SENTENCES_PER_ARTICLE = 40;
  private static final int WANTED_LENGTH = 200;
  private static final int SENTENCES_WITH_DATELINES = 2;
  private static final Pattern WORD = Pattern.compile("[^\\s\\p{Punct}،؛«»“”]+(?:['’]\\p{L}+)?");
  private static final Set<String> DENIALS =
      Set.of(
          ("not no never nor neither without cannot denied denies لم لن لا ليس ليست غير بدون نفى نفت"
                  + " نه نیست نشد kein keine nicht ne pas jamais sin не нет değil")
              .split(" "));

  private final List<Statement> titles = new ArrayList<>();
  private final List<Statement> sentences = new ArrayList<>();
  private final TermWeights weights;
  private final String language;

  Statements(List<Clipping> clippings, String language) {
    this.language = language;
    var texts = new LinkedHashMap<Clipping, List<String>>();
    clippings.forEach(clipping -> texts.put(clipping, sentencesOf(clipping)));
    this.weights = new TermWeights(everything(texts), language);
    texts.forEach(this::add);
  }

  List<Statement> titles() {
    return List.copyOf(titles);
  }

  List<Statement> sentences() {
    return List.copyOf(sentences);
  }

  private void add(Clipping clipping, List<String> texts) {
    var title = Titles.completed(Titles.clean(clipping.title(), clipping.outlet()), texts);
    if (!title.isEmpty()) {
      var content = content(title);
      titles.add(new Statement(clipping, 0, title, Titles.quality(title), content, content));
    }
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      var shown = Trimming.shortened(text, WANTED_LENGTH);
      sentences.add(
          new Statement(
              clipping, i, shown, Fitness.of(shown, language), content(shown), content(text)));
    }
  }

  private List<String> sentencesOf(Clipping clipping) {
    var title = Titles.clean(clipping.title(), clipping.outlet());
    var texts = new ArrayList<String>();
    for (var sentence : Sentences.split(clipping.text(), language)) {
      var bare =
          texts.size() < SENTENCES_WITH_DATELINES
              ? Boilerplate.withoutDateline(sentence)
              : sentence;
      var text = Trimming.finished(Openers.untied(bare, language));
      if (!text.isEmpty()
          && !Boilerplate.is(text)
          && !text.equals(title)
          && !texts.contains(text)) {
        texts.add(text);
      }
      if (texts.size() == SENTENCES_PER_ARTICLE) {
        break;
      }
    }
    return texts;
  }

  private static List<String> everything(Map<Clipping, List<String>> texts) {
    var all = new ArrayList<String>();
    texts.forEach(
        (clipping, sentences) -> {
          all.add(clipping.title());
          all.addAll(sentences);
        });
    return all;
  }

  private Content content(String text) {
    var tokens = Tokens.of(text, language);
    return new Content(
        weights.vector(tokens), Figures.of(text), Figures.counted(tokens), denies(text));
  }

  private static boolean denies(String text) {
    var words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      var word = words.group();
      if (DENIALS.contains(word) || word.endsWith("n't") || word.endsWith("n’t")) {
        return true;
      }
    }
    return false;
  }
}
