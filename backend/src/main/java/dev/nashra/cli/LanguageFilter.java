package dev.nashra.cli;

import dev.nashra.text.DetectedLanguage;
import dev.nashra.text.LanguageDetector;
import picocli.CommandLine.Command;

/** {@code nashra language}: tells the language of each line. */
@Command(
    name = "language",
    description = {
      "Tells the language of each line on standard input.",
      "Answers, one line of JSON each: language (ISO 639; und when it cannot be told), confidence."
    })
final class LanguageFilter extends LineFilter {
  private final LanguageDetector detector = new LanguageDetector();

  @Override
  protected boolean answersBlankLines() {
    return true;
  }

  @Override
  protected DetectedLanguage answer(String line) {
    return detector.detect(line);
  }
}
