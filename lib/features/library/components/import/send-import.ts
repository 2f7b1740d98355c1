import type { ImportField } from "../../../../domain/library/import/fields";

/** What the person at the screen has decided. */
export interface ImportDecisions {
  readonly sourceName: string;
  readonly licence: string;
  /** Null: as the headers suggest. */
  readonly mapping: readonly (readonly [string, ImportField | null])[] | null;
  readonly kind: string;
  readonly includeDuplicates: boolean;
  readonly leaveOutFaulty: boolean;
}

/** Why a file was not taken; `fields`: the server's own sentences. */
export class ImportFailed extends Error {
  override readonly name = "ImportFailed";
  constructor(
    readonly why: "signedOut" | "refused" | "throttled" | "offline" | "failed" | "said",
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(why);
  }
}

const BY_STATUS: Readonly<Record<number, "signedOut" | "refused" | "throttled">> = {
  401: "signedOut",
  403: "refused",
  429: "throttled",
};

/** One line of the answer. */
interface Line<T> {
  readonly done?: number;
  readonly total?: number;
  readonly result?: T;
  readonly error?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

interface Listener {
  readonly onSent: (share: number) => void;
  readonly onSaved?: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

function linesOf<T>(text: string): Line<T>[] {
  const whole = text.split("\n").slice(0, -1);
  return whole.map((line) => JSON.parse(line) as Line<T>);
}

function failureOf(status: number, text: string): ImportFailed {
  const known = BY_STATUS[status];
  if (known) return new ImportFailed(known);
  try {
    const { fields } = JSON.parse(text) as Line<never>;
    if (status === 422 && fields) return new ImportFailed("said", fields);
  } catch {
    // An answer of a proxy in between.
  }
  return new ImportFailed("failed");
}

/**
 * Sends a file with the decisions in one line before it; rejects with `ImportFailed`, or as `signal` says.
 * `run` answers line by line. XMLHttpRequest, since `fetch` does not tell how much was sent.
 */
export function sendImport<T>(
  what: "preview" | "run",
  file: File,
  decisions: Partial<ImportDecisions>,
  { onSent, onSaved, signal }: Listener,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/library/import/${what}`);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    );
    request.upload.addEventListener("load", () => onSent(1));
    if (onSaved)
      request.addEventListener("progress", () => {
        if (request.status !== 200) return;
        const last = linesOf<T>(request.responseText).findLast(({ total }) => total !== undefined);
        if (last?.done !== undefined && last.total !== undefined) onSaved(last.done, last.total);
      });
    request.addEventListener("load", () => {
      const { status, responseText } = request;
      if (status !== 200) return reject(failureOf(status, responseText));
      if (what === "preview") return resolve(JSON.parse(responseText) as T);
      const result = linesOf<T>(responseText).at(-1)?.result;
      return result ? resolve(result) : reject(new ImportFailed("failed"));
    });
    request.addEventListener("error", () => reject(new ImportFailed("offline")));
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort());
    request.send(new Blob([`${JSON.stringify(decisions)}\n`, file]));
  });
}

/** Hands a text to the person as a file. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
