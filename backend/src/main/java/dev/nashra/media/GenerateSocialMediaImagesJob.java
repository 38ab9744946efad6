package dev.nashra.media;

import dev.nashra.media.card.CardFormat;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.util.List;

/** Makes the pictures of the sizes that the networks want, of each story's latest report. */
public final class GenerateSocialMediaImagesJob implements Job {
  private static final List<CardFormat> FORMATS =
      List.of(CardFormat.LINK, CardFormat.SQUARE, CardFormat.VERTICAL);

  private final StoryPictures pictures;

  public GenerateSocialMediaImagesJob(StoryPictures pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "generate_social_media_images";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.IMAGES;
  }

  @Override
  public JobResult run(JobContext context) {
    return pictures.make(FORMATS, context);
  }
}
