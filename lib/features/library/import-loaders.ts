import "server-only";
import { clinicAccess } from "../../auth/access";
import { currentViewer, requireClinic } from "../../auth/viewer";
import { orNotFound } from "../../errors/or-not-found";
import type { ImportResult, Progress } from "./import/import-exercises";
import { type ImportRow, importsOf } from "./import/import-queries";
import { importUploaded } from "./import/import-upload";
import { type ImportPreview, previewImport } from "./import/preview-import";
import { readUpload } from "./import/read-upload";

/** The imports of the clinic, for those who may import; for others there is no such page. */
export async function loadImports(): Promise<ImportRow[]> {
  return orNotFound(async () => importsOf(await requireClinic("edit-library")));
}

/** What the uploaded file would become. */
export async function previewUpload(request: Request): Promise<ImportPreview> {
  const access = clinicAccess(await currentViewer(), "edit-library");
  const { choices, file } = await readUpload(request);
  return previewImport(access, choices, file);
}

/** Imports the uploaded file. */
export async function importUpload(
  request: Request,
  progress: Progress,
  now: Date,
): Promise<ImportResult> {
  const access = clinicAccess(await currentViewer(), "edit-library");
  return importUploaded(access, request, progress, now);
}
