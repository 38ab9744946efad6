package dev.nashra.app;

import dev.nashra.config.Catalog;
import dev.nashra.config.Settings;
import dev.nashra.media.Brand;
import dev.nashra.media.GenerateAudioJob;
import dev.nashra.media.GenerateImagesJob;
import dev.nashra.media.GenerateReelsJob;
import dev.nashra.media.GenerateReelsJob.Look;
import dev.nashra.media.GenerateSocialMediaImagesJob;
import dev.nashra.media.MediaFolder;
import dev.nashra.media.Renderings;
import dev.nashra.media.StoryPictures;
import dev.nashra.media.Studio;
import dev.nashra.media.card.CardRenderer;
import dev.nashra.media.type.Faces;
import dev.nashra.worker.Job;

/** The jobs that make pictures, audio and reels, in the newsroom's name and colours. */
final class MediaJobs {
  private final Settings settings;
  private final Renderings renderings;
  private final Studio studio;
  private final Brand brand;
  private final MediaFolder folder;
  private final Faces faces;

  MediaJobs(Settings settings, Renderings renderings, Studio studio) {
    this.settings = settings;
    this.renderings = renderings;
    this.studio = studio;
    this.brand = brand(settings);
    this.folder = new MediaFolder(Folders.of(settings).media());
    this.faces = Faces.with(settings.get(Catalog.FONT_DIR).orElse(null));
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

  /** The tools for sound and video, found when they are first needed. */
  static Studio studio(Settings settings) {
    return new Studio(
        Folders.of(settings).cache(),
        settings.get(Catalog.FFMPEG_PATH),
        settings.get(Catalog.ESPEAK_PATH));
  }

  Job images() {
    return new GenerateImagesJob(pictures());
  }

  Job socialMediaImages() {
    return new GenerateSocialMediaImagesJob(pictures());
  }

  Job audio() {
    return new GenerateAudioJob(renderings, studio, brand, folder);
  }

  Job reels() {
    var look = new Look(faces, settings.get(Catalog.TIME_ZONE));
    var count = settings.get(Catalog.REELS_PER_CYCLE);
    return new GenerateReelsJob(renderings, studio, brand, folder, look, count);
  }

  private StoryPictures pictures() {
    var renderer = new CardRenderer(faces, settings.get(Catalog.TIME_ZONE));
    return new StoryPictures(renderings, renderer, brand, folder);
  }
}
