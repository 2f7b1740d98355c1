/** How a published version may be laid out on paper. */
export const PAPER_LAYOUTS = ["standard", "large", "picture", "bilingual", "diary"] as const;
export type PaperLayout = (typeof PAPER_LAYOUTS)[number];

/** Weeks that a paper diary may cover. */
export const DIARY_WEEKS = [1, 2, 4] as const;
export type DiaryWeeks = (typeof DIARY_WEEKS)[number];
