package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.media.Brand;
import dev.nashra.media.GenerateImagesJob;
import dev.nashra.media.GenerateSocialMediaImagesJob;
import dev.nashra.media.MediaFolder;
import dev.nashra.media.Renderings;
import dev.nashra.media.StoryPictures;
import dev.nashra.media.card.CardRenderer;
import dev.nashra.media.type.Faces;
import dev.nashra.worker.Job;

/** The jobs that make pictures, audio and reels, in the newsroom's colours. */
final class Studio {
  private final StoryPictures pictures;

  Studio(Settings settings, Renderings renderings) {
    var faces = Faces.with(settings.get(Catalog.FONT_DIR).orElse(null));
    var folder = new MediaFolder(new Folders(settings.get(Catalog.DATA_DIR)).media());
    var renderer = new CardRenderer(faces, settings.get(Catalog.TIME_ZONE));
    this.pictures = new StoryPictures(renderings, renderer, brand(settings), folder);
  }

  /** Name, logo and colours as set. */
  static Brand brand(Settings settings) {
    return Brand.DEFAULT
        .withName(settings.get(Catalog.NEWSROOM_NAME))
        .withLogo(settings.get(Catalog.NEWSROOM_LOGO).orElse(null))
        .withColors(
            Brand.color(settings.get(Catalog.BRAND_PRIMARY)),
            Brand.color(settings.get(Catalog.BRAND_ACCENT)),
            Brand.DEFAULT.background());
  }

  Job images() {
    return new GenerateImagesJob(pictures);
  }

  Job socialMediaImages() {
    return new GenerateSocialMediaImagesJob(pictures);
  }
}
