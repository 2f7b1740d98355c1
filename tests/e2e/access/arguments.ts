import { newId } from "@/db/id";
import { addDays } from "@/lib/domain/calendar/local-date";
import { PRIVACY_VERSION } from "@/lib/features/account/privacy";
import { PASSWORD } from "../../support/fixtures";
import type { House } from "../../support/house";
import { OVERRIDDEN } from "../../support/house-plan";
import { pngWith } from "../../support/png";
import type { ServerAction } from "./actions";

const IDLE = { status: "idle" } as const;
const WEEKS_OUT = 21;

/** Fields of every form at once; `typed` stands in every text, to be looked for in the log. */
function commonFields(house: House, typed: string): Record<string, string> {
  const { patient, record, therapist, linkId, invitationId, clinicId, library } = house;
  return {
    patientId: patient.patientId,
    planId: record.planId,
    userId: therapist.userId,
    clinicId,
    linkId,
    invitationId,
    importId: library.importId,
    sessionId: patient.sessionId,
    rowId: record.goalId,
    name: typed,
    clinicName: typed,
    text: typed,
    title: typed,
    reason: typed,
    email: `${typed}@typed.example`,
    role: "owner",
    givenName: typed,
    familyName: typed,
    birthOn: "1970-02-03",
    phone: "",
    address: typed,
    recordNumber: "",
    language: "es",
    locale: "en",
    timeZone: "Europe/Madrid",
    therapistId: "",
    conditionId: "glaucoma",
    visitOn: addDays(record.today, 1),
    startsOn: addDays(record.today, 1),
    endsOn: addDays(record.today, WEEKS_OUT),
    emergencyNumber: "911",
    paperSize: "Letter",
    weekStart: "1",
    greenMax: "2",
    amberMax: "4",
    settledMax: "2",
    silentDays: "9",
    painRisePoints: "2",
    highPain: "8",
    burdenLimit: "4",
    version: PRIVACY_VERSION,
    current: PASSWORD,
    next: `${typed} ${typed}`,
    password: `${typed} ${typed}`,
    token: typed,
    code: typed,
  };
}

/** Where the common fields would mean something else to an action. */
function ownFields(name: string, house: House): Record<string, string> {
  const { record } = house;
  const fields: Readonly<Record<string, Record<string, string>>> = {
    saveConditionAction: { rowId: record.conditionRowId },
    removeConditionAction: { rowId: record.conditionRowId },
    removeVisitAction: { rowId: record.visitId },
    revokeSessionAction: { sessionId: house.therapist.sessionId },
    enableStaffAction: { userId: house.desk.userId },
  };
  return fields[name] ?? {};
}

/** A form for the action with the house's ids in it. */
export function formFor(
  { name }: ServerAction,
  house: House,
  typed: string,
  more: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  const fields = { ...commonFields(house, typed), ...ownFields(name, house), ...more };
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("logo", new File([new Uint8Array(pngWith(typed))], "logo.png", { type: "image/png" }));
  return form;
}

/** What the form of an exercise sends. */
function exerciseFor(mediaId: string, typed: string) {
  const lists = { aliases: [], steps: [typed], cautions: [], faults: [] };
  return {
    onlyForAuthor: false,
    kind: "strengthening",
    side: "none",
    regions: ["knee"],
    positions: ["sitting"],
    equipment: [],
    optionalEquipment: [],
    traits: [],
    noTraits: true,
    amounts: {
      sets: 2,
      reps: 8,
      holdSeconds: null,
      durationSeconds: null,
      restSeconds: null,
      timesPerDay: null,
      daysPerWeek: null,
    },
    words: { en: { ...lists, name: typed, setup: typed, feel: "", alt: "" }, es: null },
    mediaIds: [mediaId],
  };
}

/** A week of a paper diary with one rating. */
function diaryOf(today: House["record"]["today"]) {
  const id = newId();
  const entry = { id, rootId: id, replaces: null, localOn: today, withdrawn: false };
  return {
    weekOn: today,
    reportedBy: "carer",
    sessions: [],
    mornings: [{ ...entry, pain: 3 }],
  };
}

/** What the forms of a template send. */
function templateFor(lineId: string, typed: string) {
  return {
    name: typed,
    summary: typed,
    lineIds: [lineId],
    takesCues: true,
    takesCautions: false,
    takesNote: false,
    takesPhases: true,
    writtenIn: "en",
    phases: [],
    notes: { en: typed, es: null },
  };
}

/** One object with what every action that takes an object reads. */
function objectFor({ patient, record, library }: House, typed: string) {
  const { slug, conditionId, trait } = OVERRIDDEN;
  const dosage = {
    sets: 2,
    reps: 8,
    holdSeconds: null,
    durationSeconds: null,
    restSeconds: null,
    loadGrams: null,
    band: null,
    tempo: null,
    side: "none",
    frequency: {
      pattern: "daily",
      weekdays: [],
      daysPerWeekMin: null,
      daysPerWeekMax: null,
      timesPerDayMin: 1,
      timesPerDayMax: 1,
    },
  };
  return {
    patientId: patient.patientId,
    patientIds: [patient.patientId],
    planId: record.planId,
    versionId: record.versionId,
    revision: record.revision,
    number: 1,
    note: typed,
    reason: `${typed} is the reason`,
    advice: ["move-slowly"],
    painRule: {
      greenMax: 2,
      amberMax: 4,
      settledMax: 2,
      greenText: null,
      amberText: null,
      redText: null,
    },
    lines: [{ lineId: record.lineId, slug, dosage, cue: typed, caution: null }],
    lineId: record.lineId,
    conditionId,
    trait,
    templateId: library.templateId,
    ...templateFor(record.lineId, typed),
    slugs: [slug],
    slug: library.ownSlug,
    copyOf: library.ownSlug,
    digest: library.ownDigest,
    ...exerciseFor(library.mediaId, typed),
    ...diaryOf(record.today),
    text: "press",
    locale: "en",
  };
}

/**
 * Arguments for an action by how many it takes: a form alone or an object or an id; state and form; a bound
 * id, state and form.
 */
export function argumentsFor(
  action: ServerAction,
  house: House,
  typed: string,
  more: Readonly<Record<string, string>> = {},
): unknown[][] {
  const form = () => formFor(action, house, typed, more);
  const ids = [house.record.planId, house.patient.patientId];
  if (action.arity === 2) return [[IDLE, form()]];
  if (action.arity === 3) return ids.map((id) => [id, IDLE, form()]);
  return [
    [form()],
    [objectFor(house, typed)],
    ...ids.map((id) => [id]),
    [[house.patient.patientId]],
  ];
}
