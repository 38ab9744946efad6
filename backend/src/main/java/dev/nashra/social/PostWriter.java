package dev.nashra.social;

import dev.nashra.report.CitedSentence;
import dev.nashra.report.Report;
import dev.nashra.text.Direction;
import dev.nashra.text.SameWords;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * Writes the post about a report for a network.
 *
 * <p>The headline comes first and is kept whole when it can be; then source, link and hashtags take
 * their room; the lead and the key points fill what is left.
 */
public final class PostWriter {
  /** Less of a lead than this says nothing. */
  private static final int SHORTEST_LEAD = 60;

  /** The post; its text always fits the network, and its link is one that networks recognise. */
  public PostDraft write(Report report, String link, Network network) {
    var limit = limitOf(network);
    var address = recognisable(link);
    var layout = whole(report, address, network);
    layout = fitHeadline(layout, limit, report.language());
    layout = fitLead(layout, limit, PlainText.line(report.lead().text()), report.language());
    for (var point : points(report)) {
      var longer = layout.withPoint(point);
      if (!limit.fits(longer.text())) {
        break;
      }
      layout = longer;
    }
    return new PostDraft(network, report.language(), layout.text(), layout.hashtags(), address);
  }

  /** Telegram posts are sent below their card, so they are written as captions. */
  private static TextLimit limitOf(Network network) {
    return network == Network.TELEGRAM ? TextLimit.TELEGRAM_CAPTION : TextLimit.of(network);
  }

  private static PostLayout whole(Report report, String address, Network network) {
    return new PostLayout(
        direction(report),
        PlainText.line(report.headline().text()),
        "",
        List.of(),
        CreditWords.in(report.language()).line(report.outlets()),
        linkInText(address, limitOf(network)),
        Hashtags.of(report, mostHashtags(network)));
  }

  /** Gives up hashtags and then the source before anything of the headline. */
  private static PostLayout fitHeadline(PostLayout layout, TextLimit limit, String language) {
    for (var tail : everShorter(layout)) {
      if (limit.fits(tail.text())) {
        return tail;
      }
    }
    var bare = layout.withTail("", layout.link(), List.of());
    return bare.withHeadline(
        TextCut.cut(
            layout.headline(), language, part -> limit.fits(bare.withHeadline(part).text())));
  }

  private static List<PostLayout> everShorter(PostLayout layout) {
    var tags = layout.hashtags();
    var shorter = new ArrayList<PostLayout>();
    for (int kept = tags.size(); kept >= Math.min(2, tags.size()); kept--) {
      shorter.add(layout.withTail(layout.credit(), layout.link(), tags.subList(0, kept)));
    }
    for (int kept = Math.min(2, tags.size()); kept >= 0; kept--) {
      shorter.add(layout.withTail("", layout.link(), tags.subList(0, kept)));
    }
    return shorter;
  }

  private static PostLayout fitLead(
      PostLayout layout, TextLimit limit, String lead, String language) {
    if (SameWords.in(lead, layout.headline())) {
      return layout;
    }
    var kept = TextCut.cut(lead, language, part -> limit.fits(layout.withLead(part).text()));
    return kept.equals(lead) || kept.length() >= SHORTEST_LEAD ? layout.withLead(kept) : layout;
  }

  private static List<String> points(Report report) {
    var headline = PlainText.line(report.headline().text());
    var lead = PlainText.line(report.lead().text());
    return report.keyPoints().stream()
        .map(CitedSentence::text)
        .map(PlainText::line)
        .filter(point -> !point.isEmpty())
        .filter(point -> !SameWords.in(point, headline) && !SameWords.in(point, lead))
        .distinct()
        .toList();
  }

  private static Direction direction(Report report) {
    return report.language().equals("und")
        ? Direction.ofFirstLetter(report.headline().text())
        : Direction.of(report.language());
  }

  /**
   * The link with everything percent-encoded that ends an address in the eyes of some network, such
   * as Arabic letters. What is no web address stays as it is.
   */
  private static String recognisable(String link) {
    var url = HttpUrl.parse(link);
    return url == null ? link : url.toString().replace("|", "%7C").replace("'", "%27");
  }

  /**
   * A link that would take more than half of the room stays out of the text: networks with such
   * limits carry it beside the text.
   */
  private static String linkInText(String address, TextLimit limit) {
    return HttpUrl.parse(address) != null && limit.length(address) <= limit.most() / 2
        ? address
        : "";
  }

  private static int mostHashtags(Network network) {
    return switch (network) {
      // Threads makes a topic of the first and ignores the others.
      case THREADS -> 1;
      case X, BLUESKY -> 2;
      case MASTODON, FACEBOOK, LINKEDIN -> 3;
      case TELEGRAM -> 4;
      case INSTAGRAM, LOCAL -> 5;
    };
  }
}
