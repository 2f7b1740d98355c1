import { z } from "zod";

export const REVIEW_PERIODS = ["4", "12", "all"] as const;
/** Weeks that the chart shows: 4, 12, or the whole plan. */
export type ReviewPeriod = (typeof REVIEW_PERIODS)[number];

/** `?period=` of the overview; anything else is 12 weeks. */
export const reviewPeriod = z.enum(REVIEW_PERIODS).catch("12");

/** `?month=` of the sessions tab, `YYYY-MM` from 2000 to 2099; anything else is none. */
export const historyMonth = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined);
