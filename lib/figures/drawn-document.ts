import type { DocumentExercise, PlanDocument } from "../domain/plan/plan-document";
import type { FigureStills } from "./art";

/** A JPEG file with its shape in pixels. */
export interface PaperPhoto {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** An exercise of a document with the picture that its `figureId` names. */
export interface DrawnExercise extends DocumentExercise {
  readonly figure: FigureStills | null;
  /** For paper, where no picture was drawn; pages fetch photos by themselves. */
  readonly photos: readonly PaperPhoto[];
}

/** A plan document with its pictures: paper and its page. The phone keeps pictures apart, by id. */
export interface DrawnDocument extends PlanDocument {
  readonly exercises: readonly DrawnExercise[];
}
