package dev.nashra.sample;

import static dev.nashra.sample.Picture.HEIGHT;
import static dev.nashra.sample.Picture.WIDTH;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Random;

/** The landscape of a picture, added from the far to the near. */
final class Scenery extends Brush {
  private final Buildings buildings;

  Scenery(Graphics2D graphics, List<Color> colours, Random random) {
    super(graphics, colours, random);
    buildings = new Buildings(graphics, colours, random);
  }

  void add(String element) {
    switch (element) {
      case "sun" -> disk(90 + random.nextInt(50));
      case "moon" -> disk(42 + random.nextInt(14));
      case "mountains" -> mountains();
      case "hills" -> hills();
      case "river", "sea" -> water(GROUND - 40);
      case "flood" -> water(GROUND - 90);
      case "coral" -> coral();
      case "trees" -> trees();
      case "rain" -> rain();
      default -> buildings.add(element);
    }
  }

  private void disk(int radius) {
    var x = 180 + random.nextInt(WIDTH - 360);
    var y = 120 + random.nextInt(130);
    for (var halo = 3; halo >= 0; halo--) {
      graphics.setColor(faded(light, halo == 0 ? 235 : 26));
      var r = radius + halo * radius / 2;
      graphics.fillOval(x - r, y - r, 2 * r, 2 * r);
    }
  }

  private void mountains() {
    for (var layer = 0; layer < 2; layer++) {
      var ridge = new Path2D.Double();
      ridge.moveTo(0, HEIGHT);
      var x = -random.nextInt(120);
      var up = false;
      while (x < WIDTH + 160) {
        ridge.lineTo(x, up ? 210 + layer * 90 + random.nextInt(90) : 360 + layer * 50);
        x += 90 + random.nextInt(90);
        up = !up;
      }
      ridge.lineTo(WIDTH, HEIGHT);
      graphics.setColor(layer == 0 ? faded(far, 170) : far);
      graphics.fill(ridge);
    }
  }

  private void hills() {
    hill(far, 400, 46);
    hill(middle, 470, 34);
    hill(near, GROUND + 40, 20);
  }

  private void hill(Color colour, int height, int swing) {
    var phase = random.nextDouble() * 6;
    var hill = new Path2D.Double();
    hill.moveTo(0, HEIGHT);
    for (var x = 0; x <= WIDTH; x += 6) {
      hill.lineTo(
          x,
          height + swing * Math.sin(x / 210.0 + phase) + swing * 0.5 * Math.sin(x / 83.0 + phase));
    }
    hill.lineTo(WIDTH, HEIGHT);
    graphics.setColor(colour);
    graphics.fill(hill);
  }

  private void water(int top) {
    graphics.setColor(blend(middle, far));
    graphics.fillRect(0, top, WIDTH, HEIGHT - top);
    for (var line = 0; line < 70; line++) {
      var y = top + 6 + random.nextInt(HEIGHT - top);
      var length = 40 + random.nextInt(60 + (y - top));
      graphics.setColor(faded(random.nextInt(3) == 0 ? light : near, 60));
      graphics.fillRect(random.nextInt(WIDTH + 200) - 200, y, length, 3 + (y - top) / 60);
    }
  }

  private void coral() {
    hill(far, 500, 40);
    for (var plant = 0; plant < 11; plant++) {
      var x = 60 + plant * 105 + random.nextInt(60);
      branch(x, 590, -Math.PI / 2, 90 + random.nextInt(60), 5);
    }
    hill(near, 590, 24);
    for (var spark = 0; spark < 120; spark++) {
      graphics.setColor(faded(light, 40 + random.nextInt(120)));
      var size = 2 + random.nextInt(5);
      graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), size, size);
    }
  }

  private void branch(double x, double y, double angle, double length, int depth) {
    var toX = x + length * Math.cos(angle);
    var toY = y + length * Math.sin(angle);
    for (var glow = 3; glow >= 1; glow--) {
      graphics.setStroke(
          new BasicStroke(depth * glow * 1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.setColor(faded(light, glow == 1 ? 190 : 22));
      graphics.drawLine((int) x, (int) y, (int) toX, (int) toY);
    }
    if (depth > 1) {
      branch(toX, toY, angle - 0.3 - random.nextDouble() * 0.3, length * 0.72, depth - 1);
      branch(toX, toY, angle + 0.3 + random.nextDouble() * 0.3, length * 0.72, depth - 1);
    }
  }

  private void trees() {
    for (var row = 0; row < 3; row++) {
      for (var x = -40 + random.nextInt(60); x < WIDTH; x += 130 + row * 40) {
        tree(x + random.nextInt(30), 470 + row * 75, 44 + row * 20);
      }
    }
  }

  private void tree(int x, int y, int size) {
    graphics.setColor(blend(near, Color.BLACK));
    graphics.setStroke(new BasicStroke(size / 6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.drawLine(x, y, x + size / 5, y - size);
    graphics.drawLine(x + size / 8, y - size / 2, x - size / 3, y - size);
    for (var leaf = 0; leaf < 7; leaf++) {
      graphics.setColor(leaf % 2 == 0 ? middle : blend(middle, near));
      graphics.fillOval(
          x - size + random.nextInt(size + size / 2),
          y - 2 * size + random.nextInt(size / 2 + 1),
          size,
          size * 3 / 4);
    }
  }

  private void rain() {
    graphics.setStroke(new BasicStroke(2));
    for (var drop = 0; drop < 260; drop++) {
      graphics.setColor(faded(Color.WHITE, 50 + random.nextInt(50)));
      var x = random.nextInt(WIDTH + 100);
      var y = random.nextInt(HEIGHT);
      graphics.drawLine(x, y, x - 12, y + 34);
    }
  }
}
