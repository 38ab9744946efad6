package dev.nashra.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Takes the thousands separators out of numbers, so that 1,500 and 1500 are one term. */
final class NumberFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  NumberFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (term.length() > 4 && Character.isDigit(term.charAt(0))) {
      dropCommas();
    }
    return true;
  }

  private void dropCommas() {
    int length = 0;
    var letters = term.buffer();
    for (int i = 0; i < term.length(); i++) {
      if (letters[i] != ',') {
        letters[length++] = letters[i];
      }
    }
    term.setLength(length);
  }
}
