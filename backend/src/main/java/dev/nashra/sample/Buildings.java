package dev.nashra.sample;

import static dev.nashra.sample.Picture.HEIGHT;
import static dev.nashra.sample.Picture.WIDTH;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Random;

/** What people have built and driven into a picture's landscape. */
final class Buildings extends Brush {
  Buildings(Graphics2D graphics, List<Color> colours, Random random) {
    super(graphics, colours, random);
  }

  void add(String element) {
    switch (element) {
      case "town" -> town(near, 300);
      case "village" -> village();
      case "columns" -> columns();
      case "pavement" -> ground(GROUND + 60, near);
      case "arches" -> arches();
      case "girders" -> girders();
      case "barge" -> barge();
      case "floodlights" -> floodlights();
      case "pitch" -> pitch();
      case "tanks" -> tanks();
      case "chart" -> chart();
      case "screen" -> screen();
      case "train" -> train();
      case "bus" -> bus();
      case "lighthouse" -> lighthouse();
      default -> throw new IllegalArgumentException(element);
    }
  }

  private void town(Color colour, int highest) {
    for (var x = -20; x < WIDTH; ) {
      var width = 46 + random.nextInt(64);
      var top = highest + random.nextInt(130);
      graphics.setColor(random.nextBoolean() ? colour : blend(colour, far));
      graphics.fillRect(x, top, width, HEIGHT - top);
      if (random.nextInt(5) == 0) {
        graphics.fillOval(x, top - width / 2, width, width);
      }
      windows(x, top, width);
      x += width + random.nextInt(10);
    }
  }

  private void windows(int x, int top, int width) {
    for (var row = top + 24; row < GROUND + 40; row += 34) {
      for (var column = x + 10; column < x + width - 14; column += 22) {
        graphics.setColor(faded(light, random.nextInt(3) == 0 ? 220 : 36));
        graphics.fillRect(column, row, 9, 14);
      }
    }
  }

  private void village() {
    for (var house = 0; house < 9; house++) {
      var x = 120 + house * 105 + random.nextInt(40);
      var y = GROUND - 20 + random.nextInt(40);
      graphics.setColor(blend(light, far));
      graphics.fillRect(x, y, 56, 46);
      graphics.setColor(near);
      graphics.fillRect(x + 22, y + 18, 12, 28);
      graphics.fillPolygon(new int[] {x - 6, x + 28, x + 62}, new int[] {y, y - 26, y}, 3);
    }
    ground(GROUND + 60, near);
  }

  private void columns() {
    var left = 300 + random.nextInt(120);
    var width = 560;
    graphics.setColor(near);
    graphics.fillPolygon(
        new int[] {left - 30, left + width / 2, left + width + 30}, new int[] {300, 205, 300}, 3);
    graphics.fillRect(left - 20, 300, width + 40, 26);
    graphics.fillRect(left, 326, width, 190);
    graphics.setColor(blend(light, middle));
    for (var column = 0; column < 8; column++) {
      graphics.fillRect(left + 18 + column * 70, 330, 34, 186);
    }
    graphics.setColor(blend(near, middle));
    for (var step = 0; step < 4; step++) {
      graphics.fillRect(left - 30 - step * 20, 516 + step * 16, width + 60 + step * 40, 16);
    }
    ground(580, near);
  }

  private void arches() {
    var top = 370;
    var bridge = new Area(new Rectangle2D.Double(0, top, WIDTH, 190));
    var offset = random.nextInt(120);
    for (var x = -offset; x < WIDTH; x += 170) {
      bridge.subtract(new Area(new Ellipse2D.Double(x, top + 48, 130, 260)));
    }
    graphics.setColor(near);
    graphics.fill(bridge);
    for (var x = 60 - offset; x < WIDTH; x += 85) {
      graphics.setColor(near);
      graphics.fillRect(x, top - 62, 6, 62);
      graphics.setColor(faded(light, 70));
      graphics.fillOval(x - 17, top - 92, 40, 40);
      graphics.setColor(light);
      graphics.fillOval(x - 5, top - 80, 16, 16);
    }
  }

  private void girders() {
    var top = 330;
    graphics.setColor(near);
    graphics.setStroke(new BasicStroke(12));
    graphics.drawLine(0, top, WIDTH, top);
    graphics.drawLine(0, top + 90, WIDTH, top + 90);
    graphics.setStroke(new BasicStroke(8));
    for (var x = -60 - random.nextInt(60); x < WIDTH; x += 120) {
      graphics.drawLine(x, top + 90, x + 60, top);
      graphics.drawLine(x + 60, top, x + 120, top + 90);
    }
    for (var x : new int[] {210, 930}) {
      graphics.fillRect(x, top + 90, 54, 150);
    }
  }

  private void barge() {
    var x = 380 + random.nextInt(160);
    graphics.setColor(blend(near, Color.BLACK));
    graphics.fillPolygon(
        new int[] {x, x + 470, x + 430, x + 40}, new int[] {520, 520, 580, 580}, 4);
    graphics.fillRect(x + 350, 460, 74, 60);
    graphics.setColor(light);
    graphics.fillRect(x + 364, 474, 16, 16);
    graphics.fillRect(x + 394, 474, 16, 16);
    graphics.setColor(blend(light, middle));
    graphics.fillArc(x + 30, 470, 300, 100, 0, 180);
  }

  private void floodlights() {
    for (var x : new int[] {150, 430, 770, 1050}) {
      var top = 150 + random.nextInt(40);
      graphics.setColor(faded(light, 30));
      graphics.fillPolygon(
          new int[] {x - 40, x + 40, x + 230, x - 230}, new int[] {top, top, 560, 560}, 4);
      graphics.setColor(near);
      graphics.fillRect(x - 5, top, 10, GROUND - top);
      graphics.fillRect(x - 48, top - 30, 96, 44);
      graphics.setColor(light);
      for (var lamp = 0; lamp < 8; lamp++) {
        graphics.fillOval(x - 42 + lamp % 4 * 22, top - 26 + lamp / 4 * 19, 16, 16);
      }
    }
    graphics.setColor(near);
    graphics.fillRoundRect(-60, 430, WIDTH + 120, 120, 120, 120);
    for (var spectator = 0; spectator < 420; spectator++) {
      graphics.setColor(faded(random.nextBoolean() ? light : far, 120));
      graphics.fillOval(random.nextInt(WIDTH), 442 + random.nextInt(76), 7, 7);
    }
  }

  private void pitch() {
    for (var stripe = 0; stripe < 8; stripe++) {
      graphics.setColor(stripe % 2 == 0 ? middle : blend(middle, near));
      graphics.fillRect(stripe * 150, 530, 150, HEIGHT - 530);
    }
    graphics.setColor(faded(light, 200));
    graphics.setStroke(new BasicStroke(5));
    graphics.drawOval(470 + random.nextInt(60), 560, 240, 80);
    graphics.drawLine(0, 545, WIDTH, 545);
  }

  private void tanks() {
    var offset = random.nextInt(120);
    for (var tank = 0; tank < 4; tank++) {
      var x = 130 + offset + tank * 190;
      graphics.setColor(tank % 2 == 0 ? blend(light, far) : blend(light, middle));
      graphics.fillRect(x, 350, 150, 140);
      graphics.fillArc(x, 320, 150, 60, 0, 180);
      graphics.setColor(near);
      graphics.fillRect(x, 420, 150, 8);
    }
    graphics.setColor(near);
    for (var panel = 0; panel < 16; panel++) {
      var x = panel * 80 - offset / 2;
      graphics.fillPolygon(
          new int[] {x, x + 62, x + 46, x - 16}, new int[] {446, 446, 478, 478}, 4);
    }
  }

  private void screen() {
    ground(GROUND + 30, near);
    var x = 330 + random.nextInt(80);
    graphics.setColor(faded(light, 40));
    graphics.fillRoundRect(x - 24, 166, 508, 318, 30, 30);
    graphics.setColor(light);
    graphics.fillRect(x, 190, 460, 270);
    graphics.setColor(middle);
    graphics.fillPolygon(new int[] {x + 230, x + 230, x + 350}, new int[] {230, 400, 400}, 3);
    graphics.setColor(far);
    graphics.fillPolygon(new int[] {x + 218, x + 218, x + 130}, new int[] {260, 400, 400}, 3);
    graphics.fillRect(x + 110, 408, 250, 14);
    graphics.setColor(blend(near, Color.BLACK));
    for (var head = 0; head < 34; head++) {
      var at = head * 37 - random.nextInt(12);
      graphics.fillOval(at, 560 + head % 2 * 30, 34, 38);
      graphics.fillRoundRect(at - 12, 594 + head % 2 * 30, 58, 100, 30, 30);
    }
  }

  private void train() {
    ground(GROUND + 70, blend(near, Color.BLACK));
    var offset = random.nextInt(180);
    for (var coach = -1; coach < 5; coach++) {
      var x = coach * 270 + offset;
      graphics.setColor(blend(near, middle));
      graphics.fillRoundRect(x, 450, 258, 130, 22, 22);
      graphics.setColor(middle);
      graphics.fillRect(x, 540, 258, 14);
      for (var window = 0; window < 6; window++) {
        graphics.setColor(random.nextInt(3) == 0 ? faded(light, 60) : light);
        graphics.fillRoundRect(x + 16 + window * 40, 478, 28, 40, 8, 8);
      }
      graphics.setColor(near);
      graphics.fillOval(x + 34, 566, 36, 36);
      graphics.fillOval(x + 190, 566, 36, 36);
    }
  }

  private void bus() {
    ground(GROUND + 80, near);
    var x = 300 + random.nextInt(220);
    graphics.setColor(light);
    graphics.fillRoundRect(x, 420, 430, 170, 40, 40);
    graphics.setColor(near);
    graphics.fillRoundRect(x + 24, 446, 380, 62, 14, 14);
    for (var book = 0; book < 26; book++) {
      graphics.setColor(blend(book % 3 == 0 ? light : far, book % 2 == 0 ? Color.WHITE : middle));
      graphics.fillRect(x + 30 + book * 14, 508 - 24 - random.nextInt(22), 11, 46);
    }
    graphics.setColor(light);
    graphics.fillRect(x + 10, 508, 410, 40);
    graphics.setColor(blend(near, Color.BLACK));
    graphics.fillOval(x + 60, 556, 70, 70);
    graphics.fillOval(x + 300, 556, 70, 70);
  }

  private void lighthouse() {
    var x = 560 + random.nextInt(240);
    graphics.setColor(faded(light, 70));
    graphics.fillPolygon(new int[] {x, -100, -100}, new int[] {196, 60, 250}, 3);
    graphics.setColor(near);
    graphics.fillPolygon(
        new int[] {x - 260, x - 90, x + 110, x + 300}, new int[] {540, 430, 440, 540}, 4);
    graphics.setColor(light);
    graphics.fillPolygon(
        new int[] {x - 34, x + 34, x + 52, x - 52}, new int[] {220, 220, 440, 440}, 4);
    graphics.setColor(middle);
    graphics.fillRect(x - 42, 290, 84, 44);
    graphics.fillRect(x - 48, 380, 96, 40);
    graphics.setColor(near);
    graphics.fillRect(x - 44, 212, 88, 12);
    graphics.fillArc(x - 30, 146, 60, 60, 0, 180);
    graphics.setColor(light);
    graphics.fillRect(x - 22, 178, 44, 34);
  }

  private void chart() {
    var line = new Path2D.Double();
    var y = 110.0 + random.nextInt(40);
    line.moveTo(-10, y);
    for (var x = 60; x <= WIDTH + 60; x += 60) {
      y += random.nextInt(34) - 9;
      line.lineTo(x, y);
    }
    graphics.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(light);
    graphics.draw(line);
  }
}
