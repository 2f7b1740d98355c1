/** Bytes of an uploaded logo. */
export const LOGO_MAX_BYTES = 500_000;
/** Pixels a side: a small file may unpack into a huge picture. */
export const LOGO_MAX_SIDE = 2_000;
