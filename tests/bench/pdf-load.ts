import { addDays, localDateOf } from "@/lib/domain/calendar/local-date";
import { makeClinic, makePatient, makeStaff, type TestClinic } from "@/tests/support/fixtures";
import type { Product } from "@/tests/support/product";
import { makePublishedPlan } from "@/tests/support/published-plan";
import { sessionCookie } from "@/tests/support/session-cookie";
import { type Figure, inTurns, timed } from "./measure";
import type { TwelveClinic } from "./twelve";

const PDFS = 20;
const IDLE_SHOTS = 300;
/** Milliseconds between two questions, so that they do not make the load themselves. */
const PAUSE = 5;
/** What nobody notices, whatever the idle value. */
const UNNOTICED_MS = 25;
const WARM_UP = 2;
const ROUNDS = 8;

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.min(sorted.length - 1, Math.floor(0.95 * sorted.length))];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE));

/** Milliseconds of each answer to "are you well", asked one after the other until told to stop. */
async function healthUntil(origin: string, isDone: (asked: number) => boolean): Promise<number[]> {
  const answers: number[] = [];
  while (!isDone(answers.length)) {
    answers.push(
      await timed(async () => {
        const answer = await fetch(`${origin}/api/health`);
        if (!answer.ok) throw new Error(`health answered ${answer.status}`);
        await answer.arrayBuffer();
      }),
    );
    await pause();
  }
  return answers;
}

async function drawPdf(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { Cookie: cookie } });
  if (!answer.ok) throw new Error(`the PDF answered ${answer.status}`);
  await answer.arrayBuffer();
}

/** Whether the server answers as quickly while it renders PDFs as it does when it has nothing to do. */
async function healthFigure(
  { origin }: Product,
  { people, therapist }: TwelveClinic,
): Promise<Figure> {
  const paper = (i: number) =>
    `${origin}/api/plans/${people[i % people.length]!.plan.planId}/versions/1/pdf`;
  await drawPdf(paper(0), therapist);
  await healthUntil(origin, (asked) => asked >= 50);
  const idle = p95(await healthUntil(origin, (asked) => asked >= IDLE_SHOTS));
  let left = PDFS;
  const drawn = Promise.all(
    Array.from({ length: PDFS }, (_, i) => drawPdf(paper(i), therapist).finally(() => left--)),
  );
  const answers = await healthUntil(origin, () => left === 0);
  await drawn;
  const loaded = p95(answers);
  return {
    name: `health while ${PDFS} PDFs render`,
    measured: `${loaded.toFixed(1)} ms p95 of ${answers.length}`,
    floor: `${idle.toFixed(1)} ms p95 idle; 2 times that or ${UNNOTICED_MS} ms`,
    value: loaded,
    target: { atMost: Math.max(2 * idle, UNNOTICED_MS) },
    unit: "ms",
  };
}

async function planOf(clinic: TestClinic, exercises: number): Promise<string> {
  const startedOn = addDays(localDateOf(new Date(), "Europe/Madrid"), -10);
  const patient = await makePatient(clinic);
  return (await makePublishedPlan(patient, { startedOn, exercises })).planId;
}

/** Whether a plan four times as long takes no more than four times as long. */
async function lengthFigure(product: Product): Promise<Figure> {
  const clinic = await makeClinic();
  const { sid } = await makeStaff(clinic);
  const { name, value } = await sessionCookie(sid, product);
  const [forty, ten] = [await planOf(clinic, 40), await planOf(clinic, 10)];
  const draw = (planId: string) =>
    timed(() =>
      drawPdf(`${product.origin}/api/plans/${planId}/versions/1/pdf`, `${name}=${value}`),
    );
  for (let i = 0; i < WARM_UP; i++) {
    await draw(forty);
    await draw(ten);
  }
  const { a, b } = await inTurns(
    ROUNDS,
    () => draw(forty),
    () => draw(ten),
  );
  return {
    name: "PDF of 40 exercises against 10",
    measured: `${a.toFixed(0)} ms`,
    floor: `${b.toFixed(0)} ms`,
    value: a / b,
    target: { atMost: 4 },
    unit: "",
  };
}

/** (g) What PDFs cost everybody else, and how their cost grows. */
export async function pdfLoadFigures(product: Product, clinic: TwelveClinic): Promise<Figure[]> {
  return [await healthFigure(product, clinic), await lengthFigure(product)];
}
