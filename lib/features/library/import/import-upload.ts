import type { ClinicAccess } from "../../../auth/access";
import { takeTry } from "../../../auth/throttle";
import { type ImportResult, importExercises, type Progress } from "./import-exercises";
import { readUpload } from "./read-upload";

/**
 * Imports the file that a request brings. Throws `Throttled`, before anything is read, after too many of the
 * clinic on one day; else as `readUpload` and `importExercises`.
 */
export async function importUploaded(
  access: ClinicAccess<"edit-library">,
  request: Request,
  progress: Progress,
  now: Date,
): Promise<ImportResult> {
  await takeTry("import-clinic", access.clinicId, now);
  const { choices, file } = await readUpload(request);
  return importExercises(access, choices, file, progress, now);
}
