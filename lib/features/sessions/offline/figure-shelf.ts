import type { FigureArt } from "../../../figures/art";
import type { PortalSnapshot } from "../snapshot";
import type { PortalStore } from "./portal-store";

/** Pictures by id. */
export type Figures = ReadonlyMap<string, FigureArt>;

const FORMAT: FigureArt["format"] = 1;

/** Every picture that the plans of a snapshot show. */
export function figureIdsOf(snapshot: PortalSnapshot | null): string[] {
  const ids = (snapshot?.plans ?? [])
    .flatMap(({ documents }) => documents.en.exercises)
    .flatMap(({ figureId }) => figureId ?? []);
  return [...new Set(ids)];
}

interface Surroundings {
  readonly store: () => PortalStore;
  /** Null when it cannot be had now. */
  readonly fetchFigure: (id: string) => Promise<FigureArt | null>;
  /** Ids that the plan shows at this moment; none once the patient has signed out. */
  readonly wanted: () => readonly string[];
  readonly show: (figures: Figures) => void;
}

/** The plan's pictures on this device: each is fetched once and kept as long as a plan shows it. */
export function figureShelf({ store, fetchFigure, wanted, show }: Surroundings) {
  let figures: Figures = new Map();
  const underWay = new Set<string>();

  function put(changed: Figures) {
    figures = changed;
    show(figures);
  }

  async function fetchOne(id: string): Promise<void> {
    if (underWay.has(id)) return;
    underWay.add(id);
    try {
      const art = await fetchFigure(id);
      // Signed out, or another plan since: a picture on its way must not come back.
      if (art?.format !== FORMAT || !wanted().includes(id)) return;
      put(new Map(figures).set(id, art));
      await store().writeFigure(id, art);
    } finally {
      underWay.delete(id);
    }
  }

  return {
    /** Shows what is kept of the wanted pictures and drops the rest. */
    async tidy(): Promise<void> {
      const kept = await store().readFigures(wanted().filter((id) => !figures.has(id)));
      const ids = wanted();
      const usable = [...figures, ...kept].filter(
        ([id, art]) => ids.includes(id) && art.format === FORMAT,
      );
      if (kept.size > 0 || usable.length !== figures.size) put(new Map(usable));
      await store().keepFigures(ids);
    },
    /** Fetches what is wanted and not here. Never fails: what did not come is asked for next time. */
    async fetchMissing(): Promise<void> {
      const missing = wanted().filter((id) => !figures.has(id));
      await Promise.allSettled(missing.map(fetchOne));
    },
    /** Forgets what is shown; the store is wiped with the plan. */
    clear(): void {
      put(new Map());
    },
  };
}
