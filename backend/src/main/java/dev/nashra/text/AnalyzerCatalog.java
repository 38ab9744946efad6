package dev.nashra.text;

import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianStemFilter;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.cz.CzechStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.el.GreekLowerCaseFilter;
import org.apache.lucene.analysis.el.GreekStemFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fa.PersianStemFilter;
import org.apache.lucene.analysis.fi.FinnishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hi.HindiStemFilter;
import org.apache.lucene.analysis.hu.HungarianLightStemFilter;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.it.ItalianLightStemFilter;
import org.apache.lucene.analysis.no.NorwegianLightStemFilter;
import org.apache.lucene.analysis.pt.PortugueseLightStemFilter;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sv.SwedishLightStemFilter;
import org.apache.lucene.analysis.tr.ApostropheFilter;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.lucene.analysis.tr.TurkishLowerCaseFilter;
import org.apache.lucene.analysis.util.ElisionFilter;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;

/** Which analyser reads which language, by ISO 639-1 code (639-3 where there is none). */
final class AnalyzerCatalog {
  /**
   * For every language not listed: whole words, and pairs of characters in Chinese and Japanese.
   */
  static final Analyzer NEUTRAL = new WordAnalyzer(StopWords.NONE, CJKBigramFilter::new);

  private static final Map<String, Analyzer> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("ar", arabic()),
          Map.entry("fa", persian()),
          Map.entry(
              "ckb",
              new WordAnalyzer(
                  StopWords.folded(SoraniAnalyzer.getDefaultStopSet()), words -> words)),
          Map.entry("en", english()),
          Map.entry("fr", french()),
          Map.entry(
              "it",
              new WordAnalyzer(
                  AnalyzerCatalog::withoutElision,
                  StopWords.snowball("italian"),
                  ItalianLightStemFilter::new)),
          Map.entry(
              "de", new WordAnalyzer(StopWords.snowball("german"), GermanLightStemFilter::new)),
          Map.entry(
              "es", new WordAnalyzer(StopWords.snowball("spanish"), SpanishLightStemFilter::new)),
          Map.entry(
              "pt",
              new WordAnalyzer(StopWords.snowball("portuguese"), PortugueseLightStemFilter::new)),
          Map.entry(
              "ru", new WordAnalyzer(StopWords.snowball("russian"), RussianLightStemFilter::new)),
          Map.entry(
              "sv", new WordAnalyzer(StopWords.snowball("swedish"), SwedishLightStemFilter::new)),
          Map.entry(
              "no",
              new WordAnalyzer(StopWords.snowball("norwegian"), NorwegianLightStemFilter::new)),
          Map.entry(
              "fi", new WordAnalyzer(StopWords.snowball("finnish"), FinnishLightStemFilter::new)),
          Map.entry(
              "hu",
              new WordAnalyzer(StopWords.snowball("hungarian"), HungarianLightStemFilter::new)),
          Map.entry(
              "da",
              new WordAnalyzer(
                  StopWords.snowball("danish"),
                  words -> new SnowballFilter(words, new DanishStemmer()))),
          Map.entry(
              "nl",
              new WordAnalyzer(
                  StopWords.snowball("dutch"),
                  words -> new SnowballFilter(words, new DutchStemmer()))),
          Map.entry(
              "ro",
              new WordAnalyzer(
                  RomanianAnalyzer.getDefaultStopSet(),
                  words -> new SnowballFilter(words, new RomanianStemmer()))),
          Map.entry("tr", turkish()),
          Map.entry(
              "el",
              new WordAnalyzer(
                  GreekLowerCaseFilter::new,
                  GreekAnalyzer.getDefaultStopSet(),
                  GreekStemFilter::new)),
          Map.entry(
              "cs", new WordAnalyzer(CzechAnalyzer.getDefaultStopSet(), CzechStemFilter::new)),
          Map.entry(
              "bg",
              new WordAnalyzer(BulgarianAnalyzer.getDefaultStopSet(), BulgarianStemFilter::new)),
          Map.entry(
              "hi", new WordAnalyzer(HindiAnalyzer.getDefaultStopSet(), HindiStemFilter::new)),
          Map.entry(
              "id",
              new WordAnalyzer(IndonesianAnalyzer.getDefaultStopSet(), IndonesianStemFilter::new)));

  private AnalyzerCatalog() {}

  static Analyzer of(String language) {
    return BY_LANGUAGE.getOrDefault(language, NEUTRAL);
  }

  private static Analyzer arabic() {
    return new WordAnalyzer(
        StopWords.own("ar", ArabicAnalyzer.getDefaultStopSet()), ArabicStemFilter::new);
  }

  private static Analyzer persian() {
    return new WordAnalyzer(
        StopWords.own("fa", PersianAnalyzer.getDefaultStopSet()), PersianStemFilter::new);
  }

  private static Analyzer english() {
    return new WordAnalyzer(
        words -> new EnglishPossessiveFilter(new LowerCaseFilter(words)),
        StopWords.own("en", StopWords.snowball("english")),
        PorterStemFilter::new);
  }

  private static Analyzer french() {
    return new WordAnalyzer(
        AnalyzerCatalog::withoutElision, StopWords.snowball("french"), FrenchLightStemFilter::new);
  }

  private static TokenStream withoutElision(TokenStream words) {
    return new ElisionFilter(new LowerCaseFilter(words), FrenchAnalyzer.DEFAULT_ARTICLES);
  }

  private static Analyzer turkish() {
    return new WordAnalyzer(
        words -> new TurkishLowerCaseFilter(new ApostropheFilter(words)),
        TurkishAnalyzer.getDefaultStopSet(),
        words -> new SnowballFilter(words, new TurkishStemmer()));
  }
}
