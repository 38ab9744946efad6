package dev.nashra.broadcast;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The templates of the broadcast's pages, compiled with the program. */
final class Templates {
  private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

  private Templates() {}

  static String edition(EditionPage page) {
    return render("broadcast/edition.jte", page);
  }

  static String index(IndexPage page) {
    return render("broadcast/index.jte", page);
  }

  private static String render(String template, Object page) {
    var output = new StringOutput();
    ENGINE.render(template, page, output);
    return output.toString();
  }
}
