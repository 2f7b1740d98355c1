import { DAILY_ONCE, type Dosage } from "../../lib/domain/dosage/dosage";
import { insertOwnTemplate, type OwnTemplate } from "../../lib/features/templates/write-template";
import { applyScope, type Tx } from "../client";
import { demoId } from "./demo-random";
import { staffId } from "./demo-rows";

const dose = (change: Partial<Dosage>): Dosage => ({
  sets: 2,
  reps: 10,
  holdSeconds: null,
  durationSeconds: null,
  restSeconds: null,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "none",
  frequency: DAILY_ONCE,
  ...change,
});

const line = (slug: string, change: Partial<Dosage>, cue: string | null = null) => ({
  ...{ slug, dosage: dose(change), cue, caution: null },
  ...{ phaseId: null, mustDo: false, painLimits: null, ladder: [] },
});

/** The clinic's, made by Maya Rao. */
const walking: OwnTemplate = {
  onlyForAuthor: false,
  name: "Back to the riverside walk",
  summary:
    "Knee or hip pain that has settled and a walk as the goal; after the first set, before hills.",
  notes: {
    en: "Do these on the days you do not walk far.",
    es: "Hágalos los días en que no camine mucho.",
  },
  writtenIn: "en",
  phases: [],
  lines: [
    line("sit-to-stand", { reps: 8, restSeconds: 45 }, "Nose over toes before you rise."),
    line("bridge", { holdSeconds: 5 }),
    line("step-up", { reps: 8, side: "each" }, "Whole foot on the step."),
    line("calf-stretch-wall", { sets: 1, reps: 3, holdSeconds: 30, side: "each" }),
  ],
};

/** Only Maya Rao's. */
const desk: OwnTemplate = {
  onlyForAuthor: true,
  name: "Five minutes at the desk",
  summary: "For office workers between appointments; no floor needed.",
  notes: { en: null, es: null },
  writtenIn: "en",
  phases: [],
  lines: [
    line("chin-tuck-sitting", { sets: 1, holdSeconds: 3 }, "Long neck, eyes level."),
    line("seated-trunk-rotation-arms-crossed", { sets: 1, reps: 8, side: "each" }),
    line("shoulder-rolls-seated", { sets: 1 }),
  ],
};

/** Own templates of a demo clinic, in its running transaction. */
export async function writeDemoTemplates(tx: Tx, clinicId: string, madeAt: Date): Promise<void> {
  const createdBy = staffId("maya");
  // Each sees and writes their own alone.
  await applyScope(tx, { clinicId, userId: createdBy });
  for (const own of [walking, desk]) {
    const owner = { id: demoId(`template ${own.name}`, madeAt), clinicId, createdBy };
    await insertOwnTemplate(tx, owner, own, { conditions: [], sources: [], basis: "" }, madeAt);
  }
  await applyScope(tx, { clinicId });
}
