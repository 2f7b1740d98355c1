import { closeDatabase } from "../client";
import { type DemoSummary, seedDemo } from "./demo";
import { seedLibrary } from "./library";

export interface SeedOptions {
  /** The migrating role: it owns the library, which belongs to no clinic. */
  readonly ownerUrl: string;
  /** Clinics are written by `inScope`, so as the application's login that the environment names. */
  readonly demo: boolean;
  readonly now: Date;
}

export interface SeedSummary {
  readonly exercises: number;
  readonly demo: DemoSummary | null;
}

/** Brings library and, when asked for, demo clinics into a migrated database. Running it again changes nothing. */
export async function seed({ ownerUrl, demo, now }: SeedOptions): Promise<SeedSummary> {
  const exercises = await seedLibrary(ownerUrl, {
    onBake: (count) => console.log(`Drawing ${count} exercise figures, once.`),
  });
  try {
    return { exercises, demo: demo ? await seedDemo({ now }) : null };
  } finally {
    await closeDatabase();
  }
}
