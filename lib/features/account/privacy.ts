/** Raise it when the meaning of the text changes: patients are then asked again. */
export const PRIVACY_VERSION = "2026-11";

/** Sections of the privacy text, in order; title and text stand in the catalogue under `privacy.<key>`. */
export const PRIVACY_SECTIONS = [
  "who",
  "what",
  "why",
  "where",
  "share",
  "device",
  "rights",
  "emergency",
] as const;
