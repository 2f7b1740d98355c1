import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { House } from "../../support/house";
import { addressesOf, routesOf } from "./routes";
import { type Answer, send } from "./send";

/** A server action as the build knows it. */
export interface ServerAction {
  readonly id: string;
  readonly name: string;
  /** How many arguments it takes. */
  readonly arity: number;
  /** Pattern of a page that offers it. */
  readonly page: string;
}

interface Manifest {
  readonly node: Readonly<
    Record<string, { workers: Readonly<Record<string, unknown>>; exportedName?: string }>
  >;
}

/** The first byte of an id tells which arguments are used (next: server-reference-info). */
function arityOf(id: string): number {
  const mask = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0x3f;
  return mask.toString(2).padStart(6, "0").lastIndexOf("1") + 1;
}

const patternOf = (worker: string) =>
  `/${worker
    .split("/")
    .slice(1, -1)
    .filter((folder) => !folder.startsWith("("))
    .join("/")}`;

/** Every server action of the build that is being served. */
export function serverActions(): ServerAction[] {
  const file = path.join(
    process.env.NEXT_DIST ?? ".next",
    "server",
    "server-reference-manifest.json",
  );
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return Object.entries(node)
    .map(([id, { workers, exportedName }]) => ({
      id,
      name: exportedName ?? id,
      arity: arityOf(id),
      page: patternOf(Object.keys(workers)[0] ?? ""),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const require = createRequire(import.meta.url);
/** The encoder of the browser's own bundle: arguments travel exactly as a page would send them. */
const { encodeReply } = require("next/dist/compiled/react-server-dom-webpack/client.node") as {
  encodeReply(args: readonly unknown[]): Promise<string | FormData>;
};

/** Where the action is called from: a page of the house's patient. */
function pageOf({ page }: ServerAction, house: House): string {
  const route = routesOf().find(({ pattern }) => pattern === page);
  return (route && addressesOf(route, house)[0]) ?? "/";
}

interface Caller {
  readonly house: House;
  readonly cookie: string | null;
  /** Undefined: none is sent, as by a program. */
  readonly from?: string;
}

/** Calls an action as the browser does after hydration. */
export async function callAction(
  action: ServerAction,
  args: readonly unknown[],
  { house, cookie, from }: Caller,
): Promise<Answer> {
  const body = await encodeReply(args);
  return send(pageOf(action, house), cookie, {
    method: "POST",
    body,
    headers: {
      "next-action": action.id,
      accept: "text/x-component",
      ...(from ? { origin: from } : {}),
    },
  });
}

/** Posts a form to an action as a browser without scripts does, with and without a previous state. */
export function postForm(
  action: ServerAction,
  form: FormData,
  { house, cookie, from }: Caller,
): Promise<Answer> {
  const body = new FormData();
  if (action.arity === 1) body.set(`$ACTION_ID_${action.id}`, "");
  else {
    body.set("$ACTION_REF_1", "");
    body.set("$ACTION_1:0", JSON.stringify({ id: action.id, bound: "$@1" }));
    body.set("$ACTION_1:1", JSON.stringify([{ status: "idle" }]));
  }
  for (const [key, value] of form) body.append(key, value);
  return send(pageOf(action, house), cookie, {
    method: "POST",
    body,
    headers: from ? { origin: from } : {},
  });
}

/** True when the action did what was asked: it said so, led on, or set its cookie. */
export function succeeded({ body, headers }: Answer): boolean {
  return (
    /"status":"ok"/.test(body) ||
    /"x-action-redirect"/.test(headers) ||
    /"set-cookie","[^"]*locale/i.test(headers)
  );
}
