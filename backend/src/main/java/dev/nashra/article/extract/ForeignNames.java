package dev.nashra.article.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words in class names and ids that mean: this is not the article. */
final class ForeignNames {
  private static final String LIST =
      """
      ad, ads, advert, adverts, advertisement, advertising, adsense, adslot, adunit, adbox,
      dfp, gpt, banner, promo, promos, promotion, sponsor, sponsored, outbrain, taboola,
      mgid, related, relatedposts, relatedarticles, recommend, recommended, recommendation,
      recommendations, recirc, share, sharing, sharebar, sharedaddy, social, socials,
      addthis, addtoany, newsletter, newsletters, subscribe, subscription, signup, comment,
      comments, disqus, breadcrumb, breadcrumbs, cookie, cookies, consent, gdpr, sidebar,
      tags, taglist, tagcloud, keywords, hashtags, caption, captions, credit, credits,
      copyright, copyrights, bio, biography, byline, bylines, author, authors, authorbox,
      contributors, popular, trending, mostread, readmore, readalso, seealso, readnext,
      footer, toolbar, nav, navbar, navigation, pagination, pager, modal, popup, overlay,
      login, paywall, poll, player, gallery, slideshow, carousel, slider, teaser, teasers,
      timestamp, postmeta, entrymeta, articlemeta, metadata, donate, donation,
      pullquote, tooltip, disclaimer, skiplink, visuallyhidden, sronly, print, editorsnote,
      backlink, promobox, infobox, morefrom, whatsapp, telegram, facebook, twitter,
      instagram,
      read more, read also, also read, read next, see also, most read, most viewed,
      most popular, more stories, more news, more from, follow us, sign up, pull quote,
      article meta, entry meta, post meta, story meta, post tags, article tags, tag list,
      tags list, news tags, sr only, screen reader, visually hidden, image info, media info,
      photo info, editors note, up next, links block, topic list, topics list, twitter tweet,
      instagram media, latest news, other news, you may, inline article, also like,
      lire aussi, voir aussi, leer mas, leggi anche, lesen sie, app download, call action
      """;

  private static final Set<String> NAMES =
      Stream.of(LIST.split(","))
          .map(Prose::squeeze)
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());

  private ForeignNames() {}

  /** Whether one of these words, or two of them side by side, is on the list. */
  static boolean anyIn(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      var word = words.get(i);
      if (NAMES.contains(word) || (i > 0 && NAMES.contains(words.get(i - 1) + ' ' + word))) {
        return true;
      }
    }
    return false;
  }
}
