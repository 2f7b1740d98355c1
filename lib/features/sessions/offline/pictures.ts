import type { FigureArt } from "../../../figures/art";
import type { PortalSnapshot } from "../snapshot";
import type { PortalNetwork } from "./portal-network";
import type { PortalStore } from "./portal-store";
import { type Pictures, shelf } from "./shelf";

const FORMAT: FigureArt["format"] = 1;

/** What the plans of a snapshot show beside their words: drawings, and photos of the clinic's own. */
export interface PlanPictures {
  readonly figures: Pictures<FigureArt>;
  /** JPEG files. */
  readonly photos: Pictures<ArrayBuffer>;
}

export const NO_PICTURES: PlanPictures = { figures: new Map(), photos: new Map() };

const exercisesOf = (snapshot: PortalSnapshot | null) =>
  (snapshot?.plans ?? []).flatMap(({ documents }) => documents.en.exercises);

function figureIdsOf(snapshot: PortalSnapshot | null): string[] {
  return [...new Set(exercisesOf(snapshot).flatMap(({ figureId }) => figureId ?? []))];
}

/** Videos are too large to be kept on a phone. */
function photoIdsOf(snapshot: PortalSnapshot | null): string[] {
  const media = exercisesOf(snapshot).flatMap((exercise) => exercise.media);
  return [...new Set(media.filter(({ kind }) => kind === "photo").map(({ id }) => id))];
}

interface Surroundings {
  readonly store: () => PortalStore;
  readonly network: PortalNetwork;
  /** What is shown now; null once the patient has signed out. */
  readonly snapshot: () => PortalSnapshot | null;
  readonly show: (pictures: Partial<PlanPictures>) => void;
}

/** Drawings and photos of the plan on this device, as one. */
export function pictureShelf({ store, network, snapshot, show }: Surroundings) {
  const figures = shelf<FigureArt>({
    read: (ids) => store().readFigures(ids),
    write: (id, art) => store().writeFigure(id, art),
    keep: (ids) => store().keepFigures(ids),
    fetch: network.fetchFigure,
    isUsable: ({ format }) => format === FORMAT,
    wanted: () => figureIdsOf(snapshot()),
    show: (pictures) => show({ figures: pictures }),
  });
  const photos = shelf<ArrayBuffer>({
    read: (ids) => store().readPhotos(ids),
    write: (id, bytes) => store().writePhoto(id, bytes),
    keep: (ids) => store().keepPhotos(ids),
    fetch: network.fetchPhoto,
    isUsable: ({ byteLength }) => byteLength > 0,
    wanted: () => photoIdsOf(snapshot()),
    show: (pictures) => show({ photos: pictures }),
  });
  return {
    async tidy(): Promise<void> {
      await Promise.all([figures.tidy(), photos.tidy()]);
    },
    /** Drawings first: they are small, and every exercise of the library has one. */
    async fetchMissing(): Promise<void> {
      await figures.fetchMissing();
      await photos.fetchMissing();
    },
    clear(): void {
      figures.clear();
      photos.clear();
    },
  };
}
