package dev.nashra.publish;

/** How far a publication is; the package's page has the arrows. */
public enum PublicationState {
  PLANNED,
  PREPARING,
  ARMED,
  PUBLISHED,
  FAILED,
  UNKNOWN,
  HELD
}
