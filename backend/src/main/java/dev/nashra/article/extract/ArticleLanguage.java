package dev.nashra.article.extract;

import dev.nashra.text.DetectedLanguage;
import dev.nashra.text.LanguageDetector;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The language of an article: of its words, or where they are too few, what the page declares. */
final class ArticleLanguage {
  private static final double SURE = 0.6;

  private final LanguageDetector detector;

  ArticleLanguage(LanguageDetector detector) {
    this.detector = detector;
  }

  Optional<String> of(Page page, String words) {
    var detected = detector.detect(words);
    return detected.confidence() >= SURE
        ? Optional.of(detected.language())
        : declared(page).or(() -> known(detected));
  }

  private static Optional<String> known(DetectedLanguage detected) {
    return detected.confidence() > 0 ? Optional.of(detected.language()) : Optional.empty();
  }

  private static Optional<String> declared(Page page) {
    return Stream.of(
            Stream.of(page.document().select("html").attr("lang")),
            page.metas().all(List.of("content-language", "og:locale", "language", "inlanguage")),
            page.data().language().stream())
        .flatMap(languages -> languages)
        .map(language -> language.strip().split("[-_,;]", 2)[0].toLowerCase(Locale.ROOT))
        .filter(
            language ->
                language.length() == 2 && language.chars().allMatch(c -> c >= 'a' && c <= 'z'))
        .findFirst();
  }
}
