package dev.nashra.web;

/** The pages that the server has of its own, in English and Arabic. */
enum Notice {
  NOT_FOUND(
      "This page is not here",
      "It may have moved or never been. The front page has the latest news.",
      "هذه الصفحة غير موجودة",
      "ربما نُقلت أو لم تكن يومًا. آخر الأخبار في الصفحة الأولى."),
  NOTHING_YET(
      "Nothing has been published yet",
      "The first cycle of the newsroom puts its stories here. Come back in a few minutes.",
      "لم يُنشر شيء بعد",
      "ستظهر القصص هنا بعد أول دورة لغرفة الأخبار. عُد بعد دقائق.");

  private final String html;

  Notice(String title, String text, String arabicTitle, String arabicText) {
    this.html =
        """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body{margin:0;min-height:100vh;display:grid;place-content:center;gap:2.5rem;padding:2rem;
      box-sizing:border-box;background:#f6f4ef;color:#1b2430;
      font:1.1rem/1.7 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans Arabic",sans-serif}
      section{max-width:34rem;border-inline-start:.3rem solid #e7a33c;padding-inline-start:1.2rem}
      h1,h2{font-size:1.6rem;line-height:1.4;margin:0 0 .4rem}
      p{margin:0;color:#5a6675}
      a{color:#0f2d46}
      @media(prefers-color-scheme:dark){body{background:#12181f;color:#e9e6df}p{color:#a9b3bf}a{color:#9cc4e4}}
      </style>
      </head>
      <body>
      <section lang="ar" dir="rtl"><h2>%3$s</h2><p>%4$s</p></section>
      <section><h1>%1$s</h1><p>%2$s</p></section>
      <p><a href="/">الصفحة الأولى · Front page</a></p>
      </body>
      </html>
      """
            .formatted(title, text, arabicTitle, arabicText);
  }

  String html() {
    return html;
  }
}
