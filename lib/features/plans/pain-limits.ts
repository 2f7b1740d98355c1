import { PAIN_RULE_BOUNDS } from "../../domain/pain/pain-rule";
import type { PainLimits } from "../../domain/plan/line";

/** Green stays below amber: the other limit gives way, so that limits are never half set. */
export function withLimit<L extends PainLimits>(
  limits: L,
  field: "greenMax" | "amberMax",
  value: number,
): L {
  const { min, max } = PAIN_RULE_BOUNDS[field];
  const next = { ...limits, [field]: Math.min(max, Math.max(min, Math.round(value))) };
  if (next.greenMax < next.amberMax) return next;
  return field === "greenMax"
    ? { ...next, amberMax: next.greenMax + 1 }
    : { ...next, greenMax: next.amberMax - 1 };
}
