const MARK = "plan:";

/** What the form of a new plan sends for an earlier plan, in place of a template's id (which has no colon). */
export const startOfPlan = (planId: string) => `${MARK}${planId}`;

/** The earlier plan that was chosen; null: a template was. */
export const planOfStart = (start: string) =>
  start.startsWith(MARK) ? start.slice(MARK.length) : null;
