import { and, eq } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { clinic } from "../../../db/schema/clinic";
import { patient } from "../../../db/schema/patient";
import { plan } from "../../../db/schema/plan";
import { recordAudit } from "../../audit/record";
import { type ClinicAccess, isId } from "../../auth/access";
import { type LocalDate, localDateOf } from "../../domain/calendar/local-date";
import type { PatientCondition } from "../../domain/cautions/precaution-check";
import type { RuleSet } from "../../domain/cautions/rule-set";
import type { LibraryMarks, VersionMarks } from "../../domain/plan/frozen-marks";
import type { PlanDocument } from "../../domain/plan/plan-document";
import { NotFound } from "../../errors/app-error";
import { type AdviceItem, adviceItems } from "../advice/queries";
import type { DraftContent, SavedDraft } from "./draft-content";
import { slugsOfLines } from "./draft-content";
import { readDraft, readVersionContent } from "./draft-queries";
import {
  type ExerciseWords,
  exerciseWords,
  type PlanExercise,
  planExercises,
} from "./exercise-queries";
import { libraryMarks, versionMarks } from "./frozen-queries";
import {
  type ActiveOverride,
  activeOverrides,
  currentConditions,
  rulesOfConditions,
} from "./precaution-queries";

/** Everything the builder of one plan works with. */
export interface BuilderData {
  readonly planId: string;
  /** Who builds. */
  readonly viewerId: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly latestVersion: number;
  readonly endedOn: LocalDate | null;
  readonly draft: SavedDraft;
  /** Content of the latest version; null before the first. */
  readonly latest: DraftContent | null;
  /** Library exercises of draft and latest version by slug, named in English. */
  readonly exercises: Readonly<Record<string, PlanExercise>>;
  /** Their texts in the patient's language. */
  readonly words: Readonly<Record<string, ExerciseWords>>;
  /** What the latest version holds, and what publishing would freeze now. */
  readonly marks: { readonly latest: VersionMarks | undefined; readonly library: LibraryMarks };
  /** All advice that the library offers, and what draft and latest version have of before. */
  readonly advice: readonly AdviceItem[];
  readonly conditions: readonly PatientCondition[];
  /** The rules that can fire for these conditions. */
  readonly rules: RuleSet;
  readonly overrides: readonly ActiveOverride[];
  /** The clinic's date, for rules that end. */
  readonly today: LocalDate;
  /** Exercises above which the clinic wants a nudge. */
  readonly burdenLimit: number;
  /** IANA zone of the clinic, for times of day on the screen. */
  readonly clinicZone: string;
  /** What the patient's paper says besides note, pain rule, advice and exercises. */
  readonly sheet: Omit<
    PlanDocument,
    "note" | "painRule" | "advice" | "exercises" | "phases" | "wantedStartOn" | "endsOn"
  >;
}

async function headOf(tx: Tx, clinicId: string, planId: string) {
  const [row] = await tx
    .select({ plan, patient, clinic })
    .from(plan)
    .innerJoin(patient, and(eq(patient.clinicId, plan.clinicId), eq(patient.id, plan.patientId)))
    .innerJoin(clinic, eq(clinic.id, plan.clinicId))
    .where(and(eq(plan.clinicId, clinicId), eq(plan.id, planId)));
  if (!row) throw new NotFound();
  return row;
}

type Head = Awaited<ReturnType<typeof headOf>>;

function sheetOf(head: Head, { therapistName, origin, now }: Wanted): BuilderData["sheet"] {
  const { plan: row, patient: person, clinic: house } = head;
  const number = row.latestVersion + 1;
  const today = localDateOf(now, person.timeZone);
  return {
    locale: person.language,
    planId: row.id,
    versionId: row.id,
    versionNumber: number,
    title: row.title,
    publishedOn: today,
    startsOn: today,
    planUrl: `${origin}/p/${row.qrToken}/${number}`,
    paperSize: house.paperSize,
    clinic: {
      name: house.name,
      phone: house.phone,
      address: house.address,
      emergencyNumber: house.emergencyNumber,
      logo: null,
    },
    therapistName,
    patientGivenName: person.givenName,
  };
}

interface Wanted {
  readonly planId: string;
  /** Public origin without a trailing slash. */
  readonly origin: string;
  readonly therapistName: string;
  readonly now: Date;
}

/** The builder of a plan; audited as a read of the record. Throws `NotFound`. */
export async function builderOf(
  access: ClinicAccess<"prescribe">,
  wanted: Wanted,
): Promise<BuilderData> {
  const { planId, now } = wanted;
  const { clinicId } = access;
  if (!isId(planId)) throw new NotFound();
  return inScope(access.scope, async (tx) => {
    const head = await headOf(tx, clinicId, planId);
    const today = localDateOf(now, head.clinic.timeZone);
    const patientId = head.patient.id;
    const { latestVersion } = head.plan;
    const key = { clinicId, planId };
    const [draft, latest, conditions, overrides] = await Promise.all([
      readDraft(tx, key),
      latestVersion > 0 ? readVersionContent(tx, key, latestVersion) : null,
      currentConditions(tx, clinicId, patientId, today),
      activeOverrides(tx, key),
      recordAudit(tx, access, {
        action: "plan.view",
        subjectKind: "plan",
        subjectId: planId,
        patientId,
      }),
    ]);
    if (!draft) throw new NotFound();
    const slugs = slugsOfLines([...draft.lines, ...(latest?.lines ?? [])]);
    const kept = [...draft.advice, ...(latest?.advice ?? [])];
    const [exercises, words, advice, held, library] = await Promise.all([
      planExercises(tx, slugs, "en"),
      exerciseWords(tx, slugs, head.patient.language),
      adviceItems(tx, kept),
      versionMarks(tx, key, latestVersion),
      libraryMarks(tx, slugs, kept),
    ]);
    return {
      planId,
      viewerId: access.userId,
      patientId,
      patientName: `${head.patient.givenName} ${head.patient.familyName}`,
      latestVersion,
      endedOn: head.plan.endedOn,
      draft,
      latest,
      exercises: Object.fromEntries(exercises),
      words,
      marks: { latest: held.get(latestVersion), library },
      advice,
      conditions,
      rules: rulesOfConditions(conditions),
      overrides,
      today,
      burdenLimit: head.clinic.burdenLimit,
      clinicZone: head.clinic.timeZone,
      sheet: sheetOf(head, wanted),
    };
  });
}
