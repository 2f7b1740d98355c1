import { mkdtempSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { appLogin, databaseName, ensureAppRole, loginUrl } from "@/db/app-role";
import { closeDatabase, inScope } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { seedLibrary } from "@/db/seed/library";
import { findViewerBySid, type RecordAccess, recordAccess } from "@/lib/auth/access";
import { reviewOfPatient } from "@/lib/features/review/review-queries";
import { makeStaff } from "@/tests/support/fixtures";
import { FIRST_CLINIC, fill, LOGS_PER_PATIENT, patientNumber } from "./many-logs";
import { type Figure, inTurns, median, timed } from "./measure";

const SECRET = "a secret of the bench alone, never of a clinic";
const SIZES = { few: { clinics: 1, patients: 20 }, many: { clinics: 10, patients: 200 } } as const;
const ROUNDS = 8;
const TIMES = 15;
const WARM_UP = 5;

interface Filled {
  readonly appUrl: string;
  readonly access: RecordAccess<"view-record">;
}

/** A database of the size, with a therapist of its first clinic who looks at one patient. */
async function filled(clusterUrl: string, name: keyof typeof SIZES): Promise<Filled> {
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database bench_${name}`);
  await admin.end({ timeout: 5 });
  const url = new URL(clusterUrl);
  url.pathname = `/bench_${name}`;
  const ownerUrl = url.href;
  await migrate(ownerUrl);
  const login = appLogin(databaseName(ownerUrl), SECRET);
  await ensureAppRole(ownerUrl, login);
  await seedLibrary(ownerUrl);
  const { clinics, patients } = SIZES[name];
  await fill(ownerUrl, clinics, patients);
  const appUrl = loginUrl(ownerUrl, login);
  await use(appUrl);
  const { sid } = await makeStaff({ clinicId: FIRST_CLINIC });
  const viewer = await findViewerBySid(sid, new Date());
  if (viewer?.kind !== "staff") throw new Error("the bench's therapist cannot sign in");
  const access = await recordAccess(viewer, patientNumber(patients / 2), "view-record");
  return { appUrl, access };
}

async function use(appUrl: string): Promise<void> {
  await closeDatabase();
  process.env.DATABASE_APP_URL = appUrl;
  await inScope({}, async () => {});
}

/** Median milliseconds of the review page's queries. */
async function look({ appUrl, access }: Filled): Promise<number> {
  await use(appUrl);
  const read = () => reviewOfPatient(access, { period: "12", now: new Date() });
  for (let i = 0; i < WARM_UP; i++) await read();
  const times: number[] = [];
  for (let i = 0; i < TIMES; i++) times.push(await timed(read));
  return median(times);
}

/** (c) The review page's queries must not grow with what other people logged. */
export async function reviewFigure(): Promise<Figure> {
  const parent = process.getuid?.() === 0 ? "/var/tmp" : (process.env.TMPDIR ?? "/tmp");
  const cluster = await startEmbedded({
    dir: mkdtempSync(path.join(parent, "carryover-bench-")),
    temporary: true,
  });
  try {
    const few = await filled(cluster.ownerUrl, "few");
    const many = await filled(cluster.ownerUrl, "many");
    const { a, b } = await inTurns(
      ROUNDS,
      () => look(many),
      () => look(few),
    );
    const logs = ({ clinics, patients }: { clinics: number; patients: number }) =>
      (clinics * patients * LOGS_PER_PATIENT).toLocaleString("en");
    return {
      name: "review page's queries",
      measured: `${a.toFixed(2)} ms at ${logs(SIZES.many)} exercise logs`,
      floor: `${b.toFixed(2)} ms at ${logs(SIZES.few)}`,
      value: a / b,
      target: { atMost: 1.3 },
      unit: "",
    };
  } finally {
    await closeDatabase();
    await cluster.stop();
  }
}
