package dev.nashra.sample;

import static dev.nashra.sample.Picture.HEIGHT;
import static dev.nashra.sample.Picture.WIDTH;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Random;

/** What everything in a picture is painted with. */
abstract class Brush {
  static final int GROUND = 520;

  final Graphics2D graphics;
  final Random random;
  final Color far;
  final Color middle;
  final Color near;
  final Color light;

  Brush(Graphics2D graphics, List<Color> colours, Random random) {
    this.graphics = graphics;
    this.random = random;
    far = colours.get(2);
    middle = colours.get(3);
    near = colours.get(4);
    light = colours.get(5);
  }

  void ground(int top, Color colour) {
    graphics.setColor(colour);
    graphics.fillRect(0, top, WIDTH, HEIGHT - top);
  }

  static Color faded(Color colour, int alpha) {
    return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha);
  }

  static Color blend(Color one, Color other) {
    return new Color(
        (one.getRed() + other.getRed()) / 2,
        (one.getGreen() + other.getGreen()) / 2,
        (one.getBlue() + other.getBlue()) / 2);
  }
}
