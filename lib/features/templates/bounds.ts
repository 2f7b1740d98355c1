/** Characters of a template's name and of whom it is for. */
export const NAME_MAX = 120;
export const SUMMARY_MAX = 600;
