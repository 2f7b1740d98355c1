import type { Dosage } from "../../lib/domain/dosage/dosage";
import type {
  ExerciseFact,
  Outcome,
  PainNrs,
  PrescribedFact,
  SkipReason,
} from "../../lib/domain/session/facts";
import type { Dice } from "./demo-random";
import type { DemoCourse, LineCourse } from "./demo-shapes";

export type DrawnExercise = ExerciseFact;

interface Draw {
  readonly course: DemoCourse;
  readonly line: LineCourse | undefined;
  /** Pain before the session. */
  readonly pain: number;
  readonly dice: Dice;
  /** `here`: the session was stopped for pain at this exercise; `after`: it never came to it. */
  readonly stop: "here" | "after" | null;
  readonly steppedDown: boolean;
}

/** Worst pain at which a session is stopped (its limit is the plan's). */
const STOPPING_PAIN = 7;
/** Share of exercises whose pain is left unrated. */
const UNRATED = 0.1;

function outcomeOf({ line, dice, stop, steppedDown }: Draw): Outcome {
  const [partly, down, skipped] = [dice(), dice(), dice()];
  if (stop === "after") return "skipped";
  if (stop === "here") return "partly";
  if (steppedDown || down < (line?.steppedDown ?? 0)) return "stepped_down";
  if (skipped < (line?.skipped?.[0] ?? 0)) return "skipped";
  return partly < (line?.partly ?? 0) ? "partly" : "done";
}

/** What was done: all of it; half of it when partly. */
function amounts({ sets, reps, holdSeconds, durationSeconds }: Dosage, outcome: Outcome) {
  const part = (amount: number | null) =>
    amount !== null && outcome === "partly" ? Math.ceil(amount / 2) : amount;
  return {
    setsDone: sets,
    repsDone: part(reps),
    holdSecondsDone: holdSeconds,
    durationSecondsDone: part(durationSeconds),
  };
}

function worstPain({ line, pain, dice, stop, course }: Draw): PainNrs | null {
  const unrated = dice() < UNRATED;
  const drawn = pain + (line?.pain ?? 0) + (dice() - 0.5) * course.spread;
  if (stop === "here") return Math.max(STOPPING_PAIN, Math.min(10, Math.round(drawn))) as PainNrs;
  return unrated ? null : (Math.max(0, Math.min(10, Math.round(drawn))) as PainNrs);
}

/** One exercise as it went. */
export function drawExercise({ prescribedId, dosage }: PrescribedFact, draw: Draw): DrawnExercise {
  const outcome = outcomeOf(draw);
  const painWorst = worstPain(draw);
  if (outcome === "skipped") {
    const skipReason: SkipReason =
      draw.stop === "after" ? "hurts" : (draw.line?.skipped?.[1] ?? "no_time");
    return {
      prescribedId,
      outcome,
      setsDone: null,
      repsDone: null,
      holdSecondsDone: null,
      durationSecondsDone: null,
      painWorst: null,
      effort: null,
      skipReason,
    };
  }
  const effort = draw.stop === "here" ? "hard" : (draw.line?.effort ?? draw.course.effort);
  return {
    prescribedId,
    outcome,
    ...amounts(dosage, outcome),
    painWorst,
    effort,
    skipReason: null,
  };
}
