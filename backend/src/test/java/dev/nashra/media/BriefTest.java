package dev.nashra.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BriefTest {
  @Test
  void aLeadThatOnlyRepeatsTheHeadlineIsNotShownAgain() {
    assertEquals("", brief("النفط يتراجع في التعاملات", "النفط يتراجع في التعاملات.").lead());
    assertEquals("", brief("‘Oil’ falls", "Oil falls").lead());
    assertEquals("Oil falls again.", brief("Oil falls", "Oil falls again.").lead());
  }

  private static Brief brief(String headline, String lead) {
    return new Brief(1, "ar", headline, lead, List.of(), List.of(), null);
  }
}
