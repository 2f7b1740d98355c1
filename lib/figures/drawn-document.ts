import type { DocumentExercise, PlanDocument } from "../domain/plan/plan-document";
import type { FigureStills } from "./art";

/** An exercise of a document with the picture that its `figureId` names. */
export interface DrawnExercise extends DocumentExercise {
  readonly figure: FigureStills | null;
}

/** A plan document with its pictures: paper and its page. The phone keeps pictures apart, by id. */
export interface DrawnDocument extends PlanDocument {
  readonly exercises: readonly DrawnExercise[];
}
