package dev.nashra.publish.local;

import dev.nashra.media.MediaFolder;
import dev.nashra.media.Rendering;
import dev.nashra.media.RenderingKind;
import dev.nashra.publish.Account;
import dev.nashra.publish.Claim;
import dev.nashra.publish.Delivered;
import dev.nashra.publish.Format;
import dev.nashra.publish.Pace;
import dev.nashra.publish.PayloadHash;
import dev.nashra.publish.Preparation;
import dev.nashra.publish.Publisher;
import dev.nashra.publish.ReadBack;
import dev.nashra.publish.Remote;
import dev.nashra.social.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Publishes on the newsroom's own pages. */
public final class LocalPublisher implements Publisher {
  private static final Account ACCOUNT = new Account("local", Network.LOCAL);
  private static final Pace PACE = new Pace(500, Duration.ZERO, 0);

  private final PublicationFiles files;
  private final MediaShelf shelf;
  private final Site site;
  private final InstantSource clock;

  /**
   * @param folder where JSON files, media and pages go
   * @param media where renderings lie
   */
  public LocalPublisher(Path folder, MediaFolder media, Masthead masthead, InstantSource clock) {
    this.files = new PublicationFiles(folder.resolve("publications"));
    this.shelf = new MediaShelf(media.root(), folder);
    this.site = new Site(folder, files, masthead);
    this.clock = clock;
  }

  @Override
  public Account account() {
    return ACCOUNT;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.CARD, Format.REEL);
  }

  @Override
  public Pace pace() {
    return PACE;
  }

  @Override
  public Preparation prepare(Claim claim) {
    try {
      var media = shelf.shelve(shown(claim));
      var story = StoryWriter.write(claim, media, clock.instant());
      return new Preparation.Ready(new StoryFile(PublicationFiles.name(claim), story));
    } catch (IOException e) {
      return new Preparation.Later("the media could not be put beside the pages: " + e, null);
    }
  }

  /** The reel comes by itself; with it comes what was not there before, such as audio. */
  private static List<Rendering> shown(Claim claim) {
    return claim.bundle().renderings().stream()
        .filter(r -> claim.format() == Format.REEL || r.kind() != RenderingKind.REEL)
        .toList();
  }

  @Override
  public ReadBack readBack(Claim claim) {
    var name = PublicationFiles.name(claim);
    return files.has(name) ? new ReadBack.Found(remote(claim)) : new ReadBack.Absent();
  }

  private static Remote remote(Claim claim) {
    return new Remote(
        PublicationFiles.name(claim), Site.storyPage(claim.bundle().post().storyId()));
  }

  @Override
  public void afterTurn() {
    try {
      site.update();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class StoryFile implements Preparation.Delivery {
    private final String name;
    private final PublishedStory story;

    private StoryFile(String name, PublishedStory story) {
      this.name = name;
      this.story = story;
    }

    @Override
    public String payloadHash() {
      return PayloadHash.of(name, files.json(story));
    }

    @Override
    public Delivered deliver() {
      try {
        files.write(name, story);
        return new Delivered.Visible(new Remote(name, Site.storyPage(story.storyId())));
      } catch (IOException e) {
        // The file is in its place or it is not; reading back will tell.
        return new Delivered.Unknown(e.toString());
      }
    }
  }
}
