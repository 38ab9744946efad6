package dev.nashra.broadcast;

import dev.nashra.media.Brand;
import java.net.URI;
import java.time.ZoneId;

/**
 * What the editions need to know of the newsroom.
 *
 * @param zone in which a day begins and times are shown
 * @param address the public address of the broadcast folder, ending in {@code /}; for feeds
 * @param mediaBase leads from the broadcast folder to the media folder: {@code ../media/}, or an
 *     address
 */
public record Newsdesk(Brand brand, ZoneId zone, URI address, String mediaBase) {}
