package dev.nashra.text;

import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/**
 * The words of one language: Unicode word boundaries, folding, lower case, stop words, light
 * stemming.
 */
final class WordAnalyzer extends Analyzer {
  private static final int LONGEST_WORD = 64;

  private final UnaryOperator<TokenStream> lowerCase;
  private final CharArraySet stopWords;
  private final UnaryOperator<TokenStream> stemming;

  WordAnalyzer(CharArraySet stopWords, UnaryOperator<TokenStream> stemming) {
    this(LowerCaseFilter::new, stopWords, stemming);
  }

  /** With a lower-casing step of the language's own, for elisions, possessives, dotless i. */
  WordAnalyzer(
      UnaryOperator<TokenStream> lowerCase,
      CharArraySet stopWords,
      UnaryOperator<TokenStream> stemming) {
    this.lowerCase = lowerCase;
    this.stopWords = stopWords;
    this.stemming = stemming;
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    var tokenizer = new StandardTokenizer();
    tokenizer.setMaxTokenLength(LONGEST_WORD);
    var words = lowerCase.apply(new FoldingFilter(tokenizer));
    var kept = new StopFilter(words, stopWords);
    return new TokenStreamComponents(
        tokenizer, new ASCIIFoldingFilter(new NumberFilter(stemming.apply(kept))));
  }
}
