import { useEffect, useRef, useState } from "react";
import type { PrintedPlans } from "../../print-plans";
import type { PrintChoices } from "../../print-schema";
import { PrintFailed, sendPrint } from "./send-print";

export type Printing =
  | { readonly at: "idle" }
  | { readonly at: "running"; readonly done: number; readonly total: number }
  | { readonly at: "done"; readonly result: PrintedPlans; readonly url: string | null }
  | { readonly at: "failed"; readonly why: PrintFailed["why"] | "cancelled" };

function fileUrl({ pdf }: PrintedPlans): string | null {
  if (pdf === null) return null;
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
}

/** Plans on their way into one file; the file lives in this page alone. */
export function usePrint() {
  const [printing, setPrinting] = useState<Printing>({ at: "idle" });
  const running = useRef<AbortController | null>(null);
  const url = printing.at === "done" ? printing.url : null;

  useEffect(() => () => running.current?.abort(), []);
  useEffect(
    () => () => {
      if (url) URL.revokeObjectURL(url);
    },
    [url],
  );

  async function start(choices: PrintChoices) {
    const mine = new AbortController();
    running.current = mine;
    setPrinting({ at: "running", done: 0, total: choices.planIds.length });
    try {
      const onDone = (done: number, total: number) =>
        setPrinting((now) => (now.at === "running" ? { at: "running", done, total } : now));
      const result = await sendPrint(choices, onDone, mine.signal);
      setPrinting({ at: "done", result, url: fileUrl(result) });
    } catch (error) {
      if (mine.signal.aborted) return;
      const why = error instanceof PrintFailed ? error.why : "offline";
      setPrinting({ at: "failed", why });
    }
  }

  function cancel() {
    running.current?.abort();
    setPrinting({ at: "failed", why: "cancelled" });
  }

  return { printing, start, cancel, again: () => setPrinting({ at: "idle" }) };
}
