package dev.nashra;

/** The list of commands. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("nashra");
  }
}
