package dev.nashra.media;

import dev.nashra.media.card.CardFormat;
import dev.nashra.worker.Job;
import dev.nashra.worker.JobContext;
import dev.nashra.worker.JobResult;
import dev.nashra.worker.TimeoutType;
import java.util.List;

/** Makes a card of each story's latest report that has none. */
public final class GenerateImagesJob implements Job {
  private final StoryPictures pictures;

  public GenerateImagesJob(StoryPictures pictures) {
    this.pictures = pictures;
  }

  @Override
  public String name() {
    return "generate_images";
  }

  @Override
  public TimeoutType timeoutType() {
    return TimeoutType.IMAGES;
  }

  @Override
  public JobResult run(JobContext context) {
    return pictures.make(List.of(CardFormat.CARD), context);
  }
}
