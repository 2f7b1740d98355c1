import { isDeepStrictEqual } from "node:util";
import { inScope } from "../../../db/client";
import { recordAudit } from "../../audit/record";
import type { ClinicAccess } from "../../auth/access";
import { Conflict } from "../../errors/app-error";
import { parse } from "../../errors/parse";
import { attachMedia } from "../media/attach-media";
import { mediaOfExercises } from "../media/queries";
import { ownFrom } from "./create-exercise";
import { editableOf } from "./edit-queries";
import { updateExerciseInput } from "./exercise-schema";
import { lockOwnExercise, mayHide } from "./own-exercise";
import { type OwnExercise, updateOwnExercise } from "./write-exercise";

/** What an update answers: the revision that the next one must name. */
export interface ExerciseSaved {
  readonly revision: number;
}

const changedFields = (before: OwnExercise, after: OwnExercise) =>
  (Object.keys(after) as (keyof OwnExercise)[]).filter(
    (field) => !isDeepStrictEqual(before[field], after[field]),
  );

/**
 * Saves what a person decided about an exercise of the clinic, made from `revision`. Who finds it is its
 * author's to say, and the owner's. Plans already published keep what they were printed with. Throws `Invalid`
 * by field, `NotFound`, and `Conflict` with what stands now (`EditableExercise`) when somebody saved or
 * retired it in between: nothing is overwritten.
 */
export async function updateExercise(
  access: ClinicAccess<"edit-library">,
  input: unknown,
  now: Date,
): Promise<ExerciseSaved> {
  const { slug, revision, ...fields } = parse(updateExerciseInput, input);
  return inScope(access.scope, async (tx) => {
    const { row, own: before, key } = await lockOwnExercise(tx, access, slug);
    if (row.retiredAt !== null)
      throw new Conflict("This exercise is retired. Bring it back first; nothing was saved.");
    if (row.revision !== revision) {
      const current = await editableOf(tx, access, row, before);
      throw new Conflict("Somebody else has saved this exercise since you opened it.", current);
    }
    const onlyForAuthor = mayHide(access, row) ? fields.onlyForAuthor : before.onlyForAuthor;
    const own = ownFrom({ ...fields, onlyForAuthor }, before.figureId);
    const shown = await mediaOfExercises(tx, [slug]);
    const shownIds = shown.get(slug)?.map(({ id }) => id) ?? [];
    const fieldsChanged = [
      ...changedFields(before, own),
      ...(isDeepStrictEqual(shownIds, fields.mediaIds) ? [] : ["media"]),
    ];
    if (fieldsChanged.length === 0) return { revision };
    const next = await updateOwnExercise(tx, key, own, revision, now);
    await attachMedia(tx, access, slug, fields.mediaIds);
    await recordAudit(tx, access, {
      action: "library.update-exercise",
      subjectKind: "exercise",
      subjectId: slug,
      fields: fieldsChanged,
    });
    return { revision: next };
  });
}
