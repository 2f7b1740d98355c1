let last: Promise<unknown> = Promise.resolve();

/** Runs `work` when everything that was handed in before has ended, well or not. */
export function inLine<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work);
  last = turn.catch(() => {});
  return turn;
}
