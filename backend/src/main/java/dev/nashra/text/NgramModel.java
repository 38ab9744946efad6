package dev.nashra.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Apache OpenNLP's language model, loaded on first use (about 34 MB of heap), with its codes mapped
 * to ours.
 */
final class NgramModel {
  private static final String RESOURCE = "/langdetect-183.bin";

  /** Varieties and neighbours that readers know under one name. */
  private static final Map<String, String> MACRO =
      Map.of(
          "pes", "fa", "lvs", "lv", "ekk", "et", "nob", "no", "nno", "no", "cmn", "zh", "nan", "zh",
          "plt", "mg", "pnb", "pa");

  private static final Map<String, String> SHORT_CODES = shortCodes();

  private NgramModel() {}

  private static final class Loaded {
    static final LanguageDetectorModel MODEL = load();
  }

  /** The logarithm of the probability of each language that the model knows. */
  static Map<String, Double> logProbabilities(String text) {
    var probabilities = new HashMap<String, Double>();
    for (var guess : new LanguageDetectorME(Loaded.MODEL).predictLanguages(text)) {
      probabilities.merge(code(guess.getLang()), guess.getConfidence(), Math::max);
    }
    probabilities.replaceAll((language, probability) -> Math.log(Math.max(1e-9, probability)));
    return probabilities;
  }

  private static String code(String iso3) {
    return MACRO.getOrDefault(iso3, SHORT_CODES.getOrDefault(iso3, iso3));
  }

  private static Map<String, String> shortCodes() {
    var codes = new HashMap<String, String>();
    for (var code : Locale.getISOLanguages()) {
      codes.putIfAbsent(Locale.of(code).getISO3Language(), code);
    }
    return codes;
  }

  private static LanguageDetectorModel load() {
    try (var input = NgramModel.class.getResourceAsStream(RESOURCE)) {
      return new LanguageDetectorModel(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
