"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { listTemplatesAction, readTemplateAction } from "../../../templates/actions";
import type { TemplateCard, TemplateDetail } from "../../../templates/queries";

/** Milliseconds on one template before its exercises are asked for: arrows pass many. */
const QUIET_MS = 100;

/** The templates there are; null until they came. */
export function useTemplateList() {
  const [templates, setTemplates] = useState<readonly TemplateCard[] | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(async () => {
    setFailed(false);
    const answer = await listTemplatesAction().catch(() => null);
    if (answer?.templates) setTemplates(answer.templates);
    else setFailed(true);
  }, []);
  useEffect(() => void load(), [load]);
  return { templates, failed, retry: () => void load() };
}

/** The exercises of the template that is looked at; each template is asked for once. */
export function useTemplateDetail(id: string | null) {
  const [details, setDetails] = useState<Readonly<Record<string, TemplateDetail>>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const asked = useRef(new Set<string>());
  const load = useCallback(async (templateId: string) => {
    if (asked.current.has(templateId)) return;
    asked.current.add(templateId);
    setFailed(null);
    const answer = await readTemplateAction({ templateId }).catch(() => null);
    const found = answer?.template;
    if (found) return setDetails((all) => ({ ...all, [templateId]: found }));
    asked.current.delete(templateId);
    setFailed(templateId);
  }, []);
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => void load(id), QUIET_MS);
    return () => clearTimeout(timer);
  }, [id, load]);
  return {
    detail: id === null ? null : (details[id] ?? null),
    failed: id !== null && failed === id,
    retry: () => void (id !== null && load(id)),
  };
}
