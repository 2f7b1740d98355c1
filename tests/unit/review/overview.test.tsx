import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../../../lib/domain/calendar/local-date";
import type { PainNrs, SessionFact } from "../../../lib/domain/session/facts";
import { Overview } from "../../../lib/features/review/components/overview";
import { daily, day, done, facts, START, session, version } from "../adherence/fact-builders";
import { review } from "./review-builders";

const V1 = version([daily()]);

function page(today: LocalDate, sessions: readonly SessionFact[]): string {
  const { startedOn, endedOn, weekStart } = facts(V1, today);
  const html = renderToStaticMarkup(
    <Overview
      view={{
        patientId: "p",
        today,
        weekStart,
        period: "12",
        plan: { planId: "plan", title: "Low back", startedOn, endedOn, state: "running" },
        review: review([V1], today, { sessions }),
      }}
    />,
  );
  return html.replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

function words(html: string): string {
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}

function daysFrom(n: number, pains: readonly number[]): SessionFact[] {
  return pains.map((pain, i) =>
    session(V1, day(n + i), undefined, { painBefore: pain as PainNrs, painAfter: 0 }),
  );
}

const VECTOR = [...daysFrom(1, [6, 6, 7, 6, 5, 6, 6]), ...daysFrom(8, [4, 4, 3, 4, 4, 3, 4])];

describe("the overview in words", () => {
  it("says the change with what it rests on, and adherence with its counts", () => {
    const text = words(page(day(14), VECTOR));
    expect(text).toContain(
      "7-day mean 3.7, baseline 6.0: down 2.3 points (38 %), a moderate change; 7 of 7 days rated.",
    );
    expect(text).toContain("100 % 14 of 14 sessions");
    expect(text).toContain("meaningful change: 4.2 or less");
    expect(text).toContain("red from 6");
  });

  it("has no class for worsening: up N points", () => {
    const worse = [...daysFrom(1, [2, 2, 2, 2, 2, 2, 2]), ...daysFrom(8, [6, 6, 6, 6, 6, 6, 6])];
    const text = words(page(day(14), worse));
    expect(text).toContain(
      "7-day mean 6.0, baseline 2.0: up 4.0 points (200 %); 7 of 7 days rated.",
    );
    expect(text).not.toMatch(/(minimal|moderate|substantial) change/);
  });

  it("calls a provisional number provisional", () => {
    const text = words(page(day(14), [...daysFrom(1, [6, 6, 7]), ...daysFrom(8, [4, 4, 3, 4, 4])]));
    expect(text).toContain("Provisional: the baseline rests on 3 or 4 days only.");
  });

  it("gives the drawing a name, a description and a table with every day", () => {
    const html = page(day(14), VECTOR);
    expect(html).toMatch(
      /<svg[^>]+role="img"[^>]+aria-labelledby="pain-wide-title pain-wide-desc"/,
    );
    expect(html).toContain("14 days were rated.");
    expect(html.match(/<th scope="row"/g)?.length).toBeGreaterThanOrEqual(14);
  });

  it("writes not rated for a skipped rating, and 0 for a 0", () => {
    const html = page(day(3), [
      session(V1, day(1), undefined, { painBefore: null }),
      session(V1, day(2), undefined, { painBefore: 0 }),
    ]);
    expect(html).toContain("before not rated, after not rated");
    expect(html).toContain("before 0, after not rated");
  });

  it("shows what was done beside what was prescribed, never the prescription as done", () => {
    const text = words(
      page(day(3), [
        session(V1, day(1), [done("a1")]),
        session(V1, day(2), [done("a1", { setsDone: 2, repsDone: 8, painWorst: 7 })]),
      ]),
    );
    expect(text).toContain("Prescribed: 3 × 10");
    expect(text).toMatch(/2 × 8\s+less than prescribed/);
    expect(text).toContain("Done, amounts not given");
    expect(text).toContain("pain 7");
  });
});

describe("when there is little to show", () => {
  it("says that nothing was logged yet", () => {
    expect(words(page(day(3), []))).toContain("No session logged yet");
  });

  it("says that sessions without a rating are not pain 0", () => {
    const text = words(page(day(3), [session(V1, day(1))]));
    expect(text).toContain("no pain was rated before them");
    expect(text).toContain("No baseline yet");
  });

  it("says when the plan starts, and that there is none", () => {
    const view = {
      patientId: "p",
      today: START,
      weekStart: 1,
      period: "12",
      review: null,
    } as const;
    const plan = { planId: "x", title: "Knee", startedOn: day(4), endedOn: null } as const;
    const coming = <Overview view={{ ...view, plan: { ...plan, state: "not_started" } }} />;
    expect(words(renderToStaticMarkup(coming))).toContain("The plan starts on 5 March 2026");
    const none = renderToStaticMarkup(<Overview view={{ ...view, plan: null }} />);
    expect(words(none)).toContain("No plan published yet");
  });
});
