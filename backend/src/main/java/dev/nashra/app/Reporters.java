package dev.nashra.app;

import dev.nashra.ai.ChatClient;
import dev.nashra.ai.ChatSettings;
import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.report.AiWriter;
import dev.nashra.report.ExtractiveWriter;
import dev.nashra.report.ReportWriter;
import dev.nashra.time.Clock;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/** Who writes the reports: a model when an endpoint is set, else sentences of the articles. */
final class Reporters {
  private Reporters() {}

  static ReportWriter of(Settings settings) {
    var url = settings.get(Catalog.AI_BASE_URL);
    var model = settings.get(Catalog.AI_MODEL);
    if (url.isEmpty() || model.isEmpty()) {
      return new ExtractiveWriter();
    }
    var chat =
        ChatSettings.of(
            HttpUrl.get(url.get().toString()),
            settings.get(Catalog.AI_API_KEY).orElse(""),
            model.get());
    return new AiWriter(new ChatClient(chat, new OkHttpClient(), Clock.SYSTEM));
  }
}
