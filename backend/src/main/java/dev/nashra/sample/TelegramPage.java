package dev.nashra.sample;

import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Prints an outlet as the public preview page of a Telegram channel, the oldest post first. */
final class TelegramPage {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private TelegramPage() {}

  static String print(Imprint imprint) {
    return print(
        imprint,
        imprint.outlet().articles().stream()
            .sorted(Comparator.comparingInt(SampleArticle::minutesAgo).reversed())
            .toList());
  }

  /** The page of a single post. */
  static String print(Imprint imprint, SampleArticle post) {
    return print(imprint, List.of(post));
  }

  private static String print(Imprint imprint, List<SampleArticle> posts) {
    var outlet = imprint.outlet();
    return Template.open("telegram.html")
        .with("outlet", outlet.name())
        .with("tagline", outlet.tagline())
        .with("handle", handle(outlet))
        .with("channel", imprint.url(outlet.path()))
        .with("posts", posts.stream().map(p -> post(imprint, p)).collect(Collectors.joining()))
        .text();
  }

  private static String post(Imprint imprint, SampleArticle post) {
    var outlet = imprint.outlet();
    return Template.open("telegram-post.html")
        .with("outlet", outlet.name())
        .with("handle", handle(outlet))
        .with("channel", imprint.url(outlet.path()))
        .with("number", post.slug())
        .with("url", imprint.url(post))
        .with("photo", photo(imprint, post))
        .with("title", post.title())
        .with(
            "text",
            post.paragraphs().stream()
                .map(Markup::escape)
                .collect(Collectors.joining("<br/><br/>")))
        .with("hashtags", hashtags(post))
        .with("views", "%d.%dK".formatted(2 + post.minutesAgo() / 200, post.minutesAgo() % 10))
        .with("published", imprint.iso(imprint.published(post)))
        .with("clock", CLOCK.format(imprint.published(post)))
        .text();
  }

  private static String photo(Imprint imprint, SampleArticle post) {
    return "<a class=\"tgme_widget_message_photo_wrap\" href=\"%s\" style=\"width:800px;background-image:url('%s')\"><div class=\"tgme_widget_message_photo\" style=\"padding-top:56.25%%\"></div></a>\n"
        .formatted(imprint.url(post), imprint.url(imprint.imagePath(post)));
  }

  private static String hashtags(SampleArticle post) {
    return post.tags().stream()
        .map(tag -> Markup.link("?q=%23" + tag, "#" + tag))
        .collect(Collectors.joining(" "));
  }

  private static String handle(SampleOutlet outlet) {
    return outlet.articleFolder().replace("/", "");
  }
}
