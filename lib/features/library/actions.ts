"use server";

import { refresh } from "next/cache";
import { clinicAccess } from "../../auth/access";
import { runAction } from "../../auth/run-action";
import type { ActionState } from "../../errors/action-state";
import { Conflict } from "../../errors/app-error";
import { addFavourite } from "./add-favourite";
import { createExercise } from "./create-exercise";
import type { EditableExercise } from "./edit-queries";
import { removeFavourite } from "./remove-favourite";
import { restoreExercise } from "./restore-exercise";
import { retireExercise } from "./retire-exercise";
import { reviewExercise } from "./review-exercise";
import { updateExercise } from "./update-exercise";

/** The answer of a save; after a conflict with the exercise that stands. */
export interface SaveAnswer extends ActionState {
  readonly current?: EditableExercise;
}

/** Makes an exercise of the clinic's own. `data.slug` is where it is. */
export async function createExerciseAction(input: unknown): Promise<SaveAnswer> {
  return runAction(null, async (viewer, now) => {
    const access = clinicAccess(viewer, "edit-library");
    const { slug } = await createExercise(access, input, now);
    return { status: "ok", data: { slug } };
  });
}

/** Saves an exercise of the clinic. */
export async function updateExerciseAction(input: unknown): Promise<SaveAnswer> {
  let current: EditableExercise | undefined;
  const state = await runAction(null, async (viewer, now) => {
    try {
      await updateExercise(clinicAccess(viewer, "edit-library"), input, now);
    } catch (error) {
      if (error instanceof Conflict) current = error.current as EditableExercise | undefined;
      throw error;
    }
    return { status: "ok" };
  });
  return { ...state, current };
}

/** Takes an exercise of the clinic out of every search. */
export async function retireExerciseAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await retireExercise(clinicAccess(viewer, "edit-library"), input, now);
    refresh();
    return { status: "ok" };
  });
}

/** Lets a retired exercise be found again. */
export async function restoreExerciseAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer) => {
    await restoreExercise(clinicAccess(viewer, "edit-library"), input);
    refresh();
    return { status: "ok" };
  });
}

/** Signs the wording on the screen. */
export async function reviewExerciseAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await reviewExercise(clinicAccess(viewer, "edit-library"), input, now);
    refresh();
    return { status: "ok" };
  });
}

/** Keeps an exercise at hand. */
export async function addFavouriteAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer, now) => {
    await addFavourite(clinicAccess(viewer, "view-library"), input, now);
    return { status: "ok" };
  });
}

/** Keeps it at hand no longer. */
export async function removeFavouriteAction(input: unknown): Promise<ActionState> {
  return runAction(null, async (viewer) => {
    await removeFavourite(clinicAccess(viewer, "view-library"), input);
    return { status: "ok" };
  });
}
