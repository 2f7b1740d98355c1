/** Bytes of an uploaded logo. */
export const LOGO_MAX_BYTES = 500_000;
/** A small file may unpack into a huge picture. */
export const LOGO_MAX_MEGAPIXELS = 16;
