/** Plans in one file for the printer. */
export const MAX_PRINTS = 40;
