package dev.nashra.media.reel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

final class LayerTest {
  private final Frame frame = new Frame();

  @Test
  void coloursBecomeBroadcastColours() {
    assertEquals(new Ink((byte) 16, (byte) 128, (byte) 128), Ink.of(Color.BLACK));
    assertEquals(new Ink((byte) 235, (byte) 128, (byte) 128), Ink.of(Color.WHITE));
    assertEquals(new Ink((byte) 63, (byte) 102, (byte) 240), Ink.of(Color.RED));
  }

  @Test
  void aLayerCoversWhatItIsDrawnOn() {
    paint(Color.BLACK);

    box(100, 200, 40, 20, Color.WHITE).drawOnto(frame, 1, 0, 0);

    assertEquals(235, luma(110, 210));
    assertEquals(16, luma(90, 210));
    assertEquals(16, luma(110, 230));
  }

  @Test
  void aFadedLayerLetsTheGroundThrough() {
    paint(Color.BLACK);

    box(100, 200, 40, 20, Color.WHITE).drawOnto(frame, 0.5, 0, 0);
    box(200, 200, 40, 20, Color.WHITE).drawOnto(frame, 0, 0, 0);

    assertEquals((16 + 235) / 2.0, luma(110, 210), 1.5);
    assertEquals(16, luma(210, 210));
  }

  @Test
  void aMovedLayerMayLeaveTheFrame() {
    paint(Color.BLACK);
    var layer = box(100, 200, 40, 20, Color.WHITE);

    layer.drawOnto(frame, 1, -120, 0);
    layer.drawOnto(frame, 1, Frame.WIDTH - 120, Frame.HEIGHT - 210);

    assertEquals(235, luma(10, 210));
    assertEquals(16, luma(24, 210));
    assertEquals(235, luma(Frame.WIDTH - 1, Frame.HEIGHT - 1));
  }

  @Test
  void onlyTheClippedColumnsAreDrawn() {
    paint(Color.BLACK);
    frame.clip(110, 120);

    box(100, 200, 40, 20, Color.WHITE).drawOnto(frame, 1, 0, 0);
    frame.fill(0, 400, Frame.WIDTH, 10, Ink.of(Color.WHITE));

    assertEquals(16, luma(108, 210));
    assertEquals(235, luma(110, 210));
    assertEquals(16, luma(120, 210));
    assertEquals(16, luma(0, 405));
    assertEquals(235, luma(119, 405));
  }

  @Test
  void chromaFollowsLuma() {
    paint(Color.BLACK);

    box(100, 200, 40, 20, Color.RED).drawOnto(frame, 1, 0, 0);

    assertEquals(102, frame.planes[Frame.blueAt(110, 210)] & 0xff);
    assertEquals(240, frame.planes[Frame.redAt(110, 210)] & 0xff);
    assertEquals(128, frame.planes[Frame.redAt(90, 210)] & 0xff);
  }

  private void paint(Color color) {
    var picture = new BufferedImage(Frame.WIDTH, Frame.HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = picture.createGraphics();
    graphics.setPaint(color);
    graphics.fillRect(0, 0, Frame.WIDTH, Frame.HEIGHT);
    new Backdrop(picture).drawOnto(frame, 0, 0);
  }

  private static Layer box(int x, int y, int width, int height, Color color) {
    var box = new Rectangle2D.Double(x, y, width, height);
    return Layer.draw(
        box,
        graphics -> {
          graphics.setPaint(color);
          graphics.fill(box);
        });
  }

  private int luma(int x, int y) {
    return frame.planes[Frame.lumaAt(x, y)] & 0xff;
  }
}
