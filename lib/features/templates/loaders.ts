import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "../../auth/policy";
import { requireClinic } from "../../auth/viewer";
import { NotFound } from "../../errors/app-error";
import { type TemplateCard, type TemplateDetail, templateCards, templateDetail } from "./queries";

/** The templates that the viewer's clinic can use. */
export async function loadTemplates(): Promise<readonly TemplateCard[]> {
  return templateCards(await requireClinic("view-library"));
}

/** A template, and whether the viewer may use it for a patient. */
export interface TemplatePage {
  readonly template: TemplateDetail;
  readonly mayPrescribe: boolean;
}

/** One template, once a request; not found for an unknown one. */
export const loadTemplate = cache(async (id: string): Promise<TemplatePage> => {
  const access = await requireClinic("view-library");
  try {
    const template = await templateDetail(access, id);
    return { template, mayPrescribe: may(access.role, "prescribe") };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});
