package dev.nashra.text;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives every token the form that {@link ArabicFolding} gives it. */
final class FoldingFilter extends TokenFilter {
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  FoldingFilter(TokenStream input) {
    super(input);
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!input.incrementToken()) {
      return false;
    }
    if (!isAscii()) {
      var folded = ArabicFolding.fold(term.toString());
      term.setEmpty().append(folded);
    }
    return true;
  }

  private boolean isAscii() {
    for (int i = 0; i < term.length(); i++) {
      if (term.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
