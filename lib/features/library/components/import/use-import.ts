import { useEffect, useRef, useState } from "react";
import { type ImportField, isList } from "../../../../domain/library/import/fields";
import { FILE_MAX_BYTES } from "../../../../domain/library/import/table";
import type { ImportResult } from "../../import/import-exercises";
import type { ImportPreview } from "../../import/preview-import";
import { type ImportDecisions, ImportFailed, sendImport } from "./send-import";

/** `sent`: share of the file that has reached the server. */
export type Stage =
  | { readonly at: "idle" }
  | { readonly at: "reading"; readonly sent: number }
  | { readonly at: "sending"; readonly sent: number }
  | { readonly at: "saving"; readonly done: number; readonly total: number };

export type Fault =
  | { readonly why: Exclude<ImportFailed["why"], "said"> | "tooLarge" | "cancelled" }
  | { readonly why: "said"; readonly fields: Readonly<Record<string, string>> };

const FRESH: Omit<ImportDecisions, "sourceName"> = {
  licence: "",
  mapping: null,
  kind: "strengthening",
  includeDuplicates: false,
  leaveOutFaulty: false,
};

const withoutEnding = (name: string) => name.replace(/\.[^.]{1,5}$/, "") || name;

function faultOf(error: unknown): Fault {
  if (!(error instanceof ImportFailed)) return { why: "failed" };
  return error.why === "said" ? { why: "said", fields: error.fields } : { why: error.why };
}

/** A file on its way into the library: read, looked at, decided about, imported. Nothing is kept in between. */
export function useImport() {
  const [file, setFile] = useState<File | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [decisions, setDecisions] = useState<ImportDecisions>({ ...FRESH, sourceName: "" });
  const [stage, setStage] = useState<Stage>({ at: "idle" });
  const [fault, setFault] = useState<Fault | null>(null);
  const [result, setResult] = useState<ImportResult | null>(null);
  const running = useRef<AbortController | null>(null);

  useEffect(() => () => running.current?.abort(), []);

  /** Only the last thing that was begun may say how it ended. */
  async function begin(work: (signal: AbortSignal) => Promise<void>) {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setFault(null);
    try {
      await work(mine.signal);
    } catch (error) {
      if (mine.signal.aborted) return;
      setFault(faultOf(error));
    }
    if (running.current === mine) setStage({ at: "idle" });
  }

  function look(at: File, wanted: ImportDecisions) {
    setStage({ at: "reading", sent: 0 });
    return begin(async (signal) => {
      const { mapping, kind, includeDuplicates } = wanted;
      const onSent = (sent: number) => setStage({ at: "reading", sent });
      const asked = { mapping, kind, includeDuplicates };
      const found = await sendImport<ImportPreview>("preview", at, asked, { onSent, signal });
      setPreview(found);
      const taken = found.columns.map(({ name, field }) => [name, field] as const);
      setDecisions((now) => ({ ...now, mapping: taken }));
    });
  }

  function choose(chosen: File) {
    const fresh = { ...FRESH, sourceName: withoutEnding(chosen.name) };
    setFile(chosen);
    setPreview(null);
    setResult(null);
    setDecisions(fresh);
    if (chosen.size <= FILE_MAX_BYTES) return void look(chosen, fresh);
    running.current?.abort();
    setStage({ at: "idle" });
    setFault({ why: "tooLarge" });
  }

  function decide(change: Partial<ImportDecisions>) {
    const next = { ...decisions, ...change };
    setDecisions(next);
    if (file && (change.mapping || change.includeDuplicates !== undefined)) void look(file, next);
  }

  /** Takes a column as a field; another column that had it, where only one may, gives it up. */
  function take(column: string, field: ImportField | null) {
    const mapping = decisions.mapping?.map(([name, taken]) => {
      if (name === column) return [name, field] as const;
      const lost = taken !== null && taken === field && !isList(taken);
      return [name, lost ? null : taken] as const;
    });
    if (mapping) decide({ mapping });
  }

  function run() {
    if (!file) return;
    setStage({ at: "sending", sent: 0 });
    void begin(async (signal) => {
      const onSent = (sent: number) => setStage({ at: "sending", sent });
      const onSaved = (done: number, total: number) => setStage({ at: "saving", done, total });
      setResult(await sendImport("run", file, decisions, { onSent, onSaved, signal }));
    });
  }

  function cancel() {
    running.current?.abort();
    setStage({ at: "idle" });
    setFault({ why: "cancelled" });
  }

  function again() {
    setFile(null);
    setPreview(null);
    setResult(null);
    setFault(null);
  }

  const state = { file, preview, decisions, stage, fault, result };
  return { ...state, choose, decide, take, run, cancel, again };
}

export type ImportState = ReturnType<typeof useImport>;
