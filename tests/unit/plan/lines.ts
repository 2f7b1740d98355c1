import { DAILY_ONCE, type Dosage } from "../../../lib/domain/dosage/dosage";

export const HOLD_25: Dosage = {
  sets: 3,
  reps: 2,
  holdSeconds: 25,
  durationSeconds: null,
  restSeconds: 30,
  loadGrams: null,
  band: null,
  tempo: null,
  side: "each",
  frequency: DAILY_ONCE,
};
