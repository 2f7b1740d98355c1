import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { may } from "../../auth/policy";
import { requireClinic } from "../../auth/viewer";
import { NotFound } from "../../errors/app-error";
import { orNotFound } from "../../errors/or-not-found";
import { mayChange } from "./own-template";
import {
  TEMPLATE_ORIGINS,
  type TemplateCard,
  type TemplateDetail,
  templateCards,
  templateDetail,
} from "./queries";

/** Which templates a list shows. */
export const TEMPLATE_LISTS = ["all", ...TEMPLATE_ORIGINS, "retired"] as const;
export type TemplateList = (typeof TEMPLATE_LISTS)[number];

/** A list of templates, and how many each list would show. */
export interface TemplatesPage {
  readonly list: TemplateList;
  readonly templates: readonly TemplateCard[];
  /** Retired ones are counted for those who may bring them back. */
  readonly counts: Readonly<Record<TemplateList, number>>;
}

/** The templates that the viewer can use, those of one origin, or what was retired. */
export async function loadTemplates(wanted: unknown): Promise<TemplatesPage> {
  const access = await requireClinic("view-library");
  const mayEdit = may(access.role, "edit-library");
  const list = TEMPLATE_LISTS.find((one) => one === wanted) ?? "all";
  const [offered, retired] = await Promise.all([
    templateCards(access),
    mayEdit ? templateCards(access, { retired: true }) : [],
  ]);
  const of = (one: TemplateList) => {
    if (one === "retired") return retired;
    return one === "all" ? offered : offered.filter(({ origin }) => origin === one);
  };
  const counts = Object.fromEntries(TEMPLATE_LISTS.map((one) => [one, of(one).length]));
  return { list, templates: of(list), counts: counts as TemplatesPage["counts"] };
}

/** A template, and what the viewer may do with it. */
export interface TemplatePage {
  readonly template: TemplateDetail;
  readonly mayPrescribe: boolean;
  /** Copy it into one of one's own. */
  readonly mayCopy: boolean;
  readonly mayChange: boolean;
}

/** One template, once a request; not found for an unknown one. */
export const loadTemplate = cache(async (id: string): Promise<TemplatePage> => {
  const access = await requireClinic("view-library");
  try {
    const template = await templateDetail(access, id);
    return {
      template,
      mayPrescribe: may(access.role, "prescribe") && !template.isRetired,
      mayCopy: may(access.role, "edit-library") && !template.isRetired,
      mayChange: mayChange(access, template),
    };
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
});

/** What the editor of a template works with. */
export interface TemplateEditorData {
  readonly template: TemplateDetail;
  /** Whether the viewer may say who sees it. */
  readonly mayHide: boolean;
}

/** A template to edit; not found for those who may not and for a retired one. */
export async function loadTemplateEditor(id: string): Promise<TemplateEditorData> {
  const access = await orNotFound(() => requireClinic("edit-library"));
  const { template, mayChange: may } = await loadTemplate(id);
  if (!may || template.isRetired) notFound();
  return { template, mayHide: template.authorId === access.userId };
}
