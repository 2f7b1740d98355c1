/** One line of the table. */
export interface Figure {
  readonly name: string;
  /** What was measured, and the floor beside it, with units. */
  readonly measured: string;
  readonly floor: string;
  /** Ratio of the two, or the number itself where there is no floor. */
  readonly value: number;
  readonly target: { readonly atLeast: number } | { readonly atMost: number };
  readonly unit: "" | "MB" | "kB" | "ms";
}

/** True when a figure reaches its target. */
export function isReached({ value, target }: Figure): boolean {
  return "atLeast" in target ? value >= target.atLeast : value <= target.atMost;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error("nothing was measured");
  return (low + high) / 2;
}

/**
 * Runs two measurements in turns, so that a busy machine slows both, and changes who goes first.
 * @returns median of each over the rounds
 */
export async function inTurns(
  rounds: number,
  a: () => Promise<number>,
  b: () => Promise<number>,
): Promise<{ a: number; b: number }> {
  const measured = { a: [] as number[], b: [] as number[] };
  const runA = async () => measured.a.push(await a());
  const runB = async () => measured.b.push(await b());
  for (let round = 0; round < rounds; round++)
    for (const run of round % 2 === 0 ? [runA, runB] : [runB, runA]) await run();
  return { a: median(measured.a), b: median(measured.b) };
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - from) / 1e6;
}
