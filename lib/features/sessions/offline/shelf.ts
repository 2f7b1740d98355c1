/** Pictures by id. */
export type Pictures<T> = ReadonlyMap<string, T>;

interface Surroundings<T> {
  /** Those of the pictures that the device keeps, by id. */
  readonly read: (ids: readonly string[]) => Promise<Pictures<T>>;
  readonly write: (id: string, picture: T) => Promise<void>;
  /** Every picture but these goes. */
  readonly keep: (ids: readonly string[]) => Promise<void>;
  /** Null when it cannot be had now. */
  readonly fetch: (id: string) => Promise<T | null>;
  /** False for what this page cannot show. */
  readonly isUsable: (picture: T) => boolean;
  /** Ids that the plan shows at this moment; none once the patient has signed out. */
  readonly wanted: () => readonly string[];
  readonly show: (pictures: Pictures<T>) => void;
}

/** The plan's pictures on this device: each is fetched once and kept as long as a plan shows it. */
export function shelf<T>({ read, write, keep, fetch, isUsable, wanted, show }: Surroundings<T>) {
  let pictures: Pictures<T> = new Map();
  const underWay = new Set<string>();

  function put(changed: Pictures<T>) {
    pictures = changed;
    show(pictures);
  }

  async function fetchOne(id: string): Promise<void> {
    if (underWay.has(id)) return;
    underWay.add(id);
    try {
      const picture = await fetch(id);
      // Signed out, or another plan since: a picture on its way must not come back.
      if (picture === null || !isUsable(picture) || !wanted().includes(id)) return;
      put(new Map(pictures).set(id, picture));
      await write(id, picture);
    } finally {
      underWay.delete(id);
    }
  }

  return {
    /** Shows what is kept of the wanted pictures and drops the rest. */
    async tidy(): Promise<void> {
      const kept = await read(wanted().filter((id) => !pictures.has(id)));
      const ids = wanted();
      const usable = [...pictures, ...kept].filter(
        ([id, picture]) => ids.includes(id) && isUsable(picture),
      );
      if (kept.size > 0 || usable.length !== pictures.size) put(new Map(usable));
      await keep(ids);
    },
    /** Fetches what is wanted and not here. Never fails: what did not come is asked for next time. */
    async fetchMissing(): Promise<void> {
      const missing = wanted().filter((id) => !pictures.has(id));
      await Promise.allSettled(missing.map(fetchOne));
    },
    /** Forgets what is shown; the store is wiped with the plan. */
    clear(): void {
      put(new Map());
    },
  };
}
