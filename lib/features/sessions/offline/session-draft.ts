import type { LocalDate } from "../../../domain/calendar/local-date";
import { type PainZone, painZone } from "../../../domain/pain/pain-rule";
import { PLAIN_LINE } from "../../../domain/plan/line";
import type {
  DocumentExercise,
  Locale,
  PainRule,
  PlanDocument,
} from "../../../domain/plan/plan-document";
import type { ExerciseFact, PainNrs, VersionFact } from "../../../domain/session/facts";
import type { SessionItemInput } from "../schema";
import { newClientId } from "./client-id";

/** What the patient has said about one exercise so far. Nothing is preselected: null is not answered. */
export interface ExerciseAnswer extends Omit<ExerciseFact, "prescribedId" | "outcome"> {
  readonly outcome: ExerciseFact["outcome"] | null;
}

export const UNANSWERED: ExerciseAnswer = {
  outcome: null,
  setsDone: null,
  repsDone: null,
  holdSecondsDone: null,
  durationSecondsDone: null,
  painWorst: null,
  effort: null,
  skipReason: null,
};

/** A session being done or filled in; kept on the device at every tap. */
export interface SessionDraft {
  readonly id: string;
  /** Of a correction: the first row of the session it corrects. */
  readonly rootId: string;
  readonly planId: string;
  readonly versionId: string;
  /** `live` goes exercise by exercise; the others are a form. */
  readonly mode: "live" | "late" | "correct";
  /** ISO instant by this device's clock. */
  readonly occurredAt: string;
  /** Chosen day; null for a live session. */
  readonly localOn: LocalDate | null;
  /** Exercises of this session, in order. */
  readonly prescribedIds: readonly string[];
  /** 0: before the first exercise; n: the n-th; one more: afterwards. */
  readonly step: number;
  readonly painBefore: PainNrs | null;
  readonly painAfter: PainNrs | null;
  readonly stoppedForPain: boolean;
  readonly note: string;
  readonly answers: Readonly<Record<string, ExerciseAnswer>>;
}

/** What a session that is corrected says now. */
interface SaidSession {
  readonly rootId: string;
  readonly versionId: string;
  readonly occurredAt: Date;
  readonly localOn: LocalDate;
  readonly painBefore: PainNrs | null;
  readonly painAfter: PainNrs | null;
  readonly stoppedForPain: boolean;
  readonly note: string | null;
  readonly exercises: readonly ExerciseFact[];
}

/** A correction, beginning with what stands now; `prescribedIds` are those of its version. */
export function correctionOf(
  session: SaidSession,
  { planId, prescribedIds }: Pick<SessionDraft, "planId" | "prescribedIds">,
): SessionDraft {
  const { rootId, versionId, localOn, painBefore, painAfter, stoppedForPain } = session;
  return {
    id: newClientId(),
    rootId,
    planId,
    versionId,
    mode: "correct",
    occurredAt: session.occurredAt.toISOString(),
    localOn,
    prescribedIds,
    step: 0,
    painBefore,
    painAfter,
    stoppedForPain,
    note: session.note ?? "",
    answers: Object.fromEntries(
      session.exercises.map(({ prescribedId, ...said }) => [prescribedId, said]),
    ),
  };
}

/** A fresh draft; `occurredAt` of a chosen day is its noon on this device. */
export function newDraft(
  session: Pick<SessionDraft, "planId" | "versionId" | "prescribedIds">,
  when: { readonly now: Date; readonly localOn: LocalDate | null },
): SessionDraft {
  const id = newClientId();
  const at = when.localOn === null ? when.now : new Date(`${when.localOn}T12:00:00`);
  return {
    ...session,
    id,
    rootId: id,
    mode: when.localOn === null ? "live" : "late",
    occurredAt: at.toISOString(),
    localOn: when.localOn,
    step: 0,
    painBefore: null,
    painAfter: null,
    stoppedForPain: false,
    note: "",
    answers: {},
  };
}

/** The answer so far about an exercise. */
export function answerOf(draft: SessionDraft, prescribedId: string): ExerciseAnswer {
  return draft.answers[prescribedId] ?? UNANSWERED;
}

/** The draft with more said about an exercise. A skip has no amounts, everything else no skip reason. */
export function withAnswer(
  draft: SessionDraft,
  prescribedId: string,
  said: Partial<ExerciseAnswer>,
): SessionDraft {
  let answer = { ...answerOf(draft, prescribedId), ...said };
  if (answer.outcome === "skipped") {
    const { outcome, painWorst, skipReason } = answer;
    answer = { ...UNANSWERED, outcome, painWorst, skipReason };
  } else {
    answer = { ...answer, skipReason: null };
  }
  return { ...draft, answers: { ...draft.answers, [prescribedId]: answer } };
}

/** The prescribed amounts as done, in one tap. */
export function asPrescribed({
  dosage,
}: Pick<DocumentExercise, "dosage">): Partial<ExerciseAnswer> {
  return {
    outcome: "done",
    setsDone: dosage.sets,
    repsDone: dosage.reps,
    holdSecondsDone: dosage.holdSeconds,
    durationSecondsDone: dosage.durationSeconds,
  };
}

/** "It hurts": the rating counts as the worst of the exercise so far; red under the plan's rule is a stop. */
export function withPainNow(
  draft: SessionDraft,
  prescribedId: string,
  pain: PainNrs,
  rule: PainRule,
): { readonly draft: SessionDraft; readonly zone: PainZone } {
  const known = answerOf(draft, prescribedId).painWorst;
  const painWorst = known !== null && known > pain ? known : pain;
  const zone = painZone(pain, rule);
  const next = withAnswer(draft, prescribedId, { painWorst });
  return { zone, draft: zone === "red" ? { ...next, stoppedForPain: true } : next };
}

/** Exercises of the session that nothing was said about. */
export function unanswered(draft: SessionDraft): string[] {
  return draft.prescribedIds.filter((id) => answerOf(draft, id).outcome === null);
}

/**
 * The entry to hand in. An exercise that was only rated for pain is a skip that hurt: work that nobody
 * claimed is not credited. One that nothing was said about is left out.
 */
export function draftEntry(
  draft: SessionDraft,
  { typedAt, zone }: { readonly typedAt: Date; readonly zone: string },
): SessionItemInput {
  const exercises = draft.prescribedIds.flatMap((prescribedId) => {
    const { outcome, ...rest } = answerOf(draft, prescribedId);
    if (outcome !== null) return [{ prescribedId, outcome, ...rest }];
    if (rest.painWorst === null) return [];
    return [{ prescribedId, ...rest, outcome: "skipped" as const, skipReason: "hurts" as const }];
  });
  return {
    kind: "session",
    id: draft.id,
    rootId: draft.rootId,
    versionId: draft.versionId,
    occurredAt: draft.occurredAt,
    typedAt: typedAt.toISOString(),
    zone,
    localOn: draft.localOn,
    painBefore: draft.painBefore,
    painAfter: draft.painAfter,
    stoppedForPain: draft.stoppedForPain,
    withdrawn: false,
    note: draft.note.trim() || null,
    exercises,
  };
}

/** What a form shows of the plan. */
interface PlanTexts {
  readonly versions: readonly VersionFact[];
  readonly names: Readonly<Record<string, Readonly<Record<Locale, string>>>>;
  readonly documents: Readonly<Record<Locale, PlanDocument>>;
}

/**
 * The exercises of a draft with their texts. The device holds the texts of the newest version; an
 * older one keeps its own dose and takes the texts of the same line, or the name alone.
 */
export function draftExercises(
  draft: Pick<SessionDraft, "versionId" | "prescribedIds">,
  plan: PlanTexts,
  locale: Locale,
): DocumentExercise[] {
  const newest = plan.documents[locale].exercises;
  const version = plan.versions.find((each) => each.versionId === draft.versionId);
  return draft.prescribedIds.flatMap((prescribedId) => {
    const own = newest.find((exercise) => exercise.prescribedId === prescribedId);
    if (own) return [own];
    const fact = version?.exercises.find((exercise) => exercise.prescribedId === prescribedId);
    if (!fact) return [];
    const { lineId, dosage } = fact;
    const same = newest.find((exercise) => exercise.lineId === lineId);
    if (same) return [{ ...same, prescribedId, dosage, cue: null, caution: null }];
    const name = plan.names[lineId]?.[locale] ?? "";
    return [{ ...BARE, prescribedId, lineId, dosage, name }];
  });
}

const BARE = {
  ...PLAIN_LINE,
  ladder: [],
  slug: "",
  position: 0,
  setup: "",
  steps: [],
  feel: "",
  faults: [],
  libraryCautions: [],
  figureId: null,
  media: [],
  alt: "",
  writtenIn: null,
  cue: null,
  caution: null,
};
