import { readdirSync } from "node:fs";
import type { House } from "../../support/house";

/** A page or route handler as it lies in the app folder. */
export interface Route {
  readonly kind: "page" | "handler";
  /** Such as `/patients/[patientId]`. */
  readonly pattern: string;
  /** Folders from the app folder on, route groups included. */
  readonly folders: readonly string[];
}

const KINDS: Readonly<Record<string, Route["kind"]>> = { page: "page", route: "handler" };

/** Every page and route handler of the folder, and files that Next serves without being one of these. */
export function routesOf(directory = "app", folders: readonly string[] = []): Route[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry): Route[] => {
    if (entry.isDirectory())
      return routesOf(`${directory}/${entry.name}`, [...folders, entry.name]);
    const kind = KINDS[/^(\w+)\.[jt]sx?$/.exec(entry.name)?.[1] ?? ""];
    if (!kind) return [];
    const shown = folders.filter((name) => !/^[(@]/.test(name));
    return [{ kind, pattern: `/${shown.join("/")}`, folders }];
  });
}

/**
 * Who a page is for. public: anyone, one's own token at most. portal: an empty shell. staff: every role.
 * clinicians: no front desk. owner: owners. contact: a patient's contact data, every role. clinical: a patient's record, no front desk.
 * ours: something of the clinic itself, every role. making: the same to change, no front desk.
 */
export type Audience =
  | "public"
  | "portal"
  | "staff"
  | "clinicians"
  | "owner"
  | "contact"
  | "clinical"
  | "ours"
  | "making";

/** Every page there is; a page that is missing here fails the test until somebody has decided. */
export const AUDIENCE: Readonly<Record<string, Audience>> = {
  "/": "public",
  "/privacy": "public",
  "/sign-in": "public",
  "/code": "public",
  "/setup": "public",
  "/recovery": "public",
  "/recovery/[token]": "public",
  "/invitation/[token]": "public",
  "/link/[token]": "public",
  "/p/[token]/[version]": "public",
  "/today": "portal",
  "/session": "portal",
  "/progress": "portal",
  "/plan": "portal",
  "/account": "staff",
  "/caseload": "staff",
  "/caseload/print": "clinicians",
  "/library": "staff",
  "/library/[slug]": "staff",
  "/library/[slug]/edit": "clinicians",
  "/library/new": "clinicians",
  "/library/import": "clinicians",
  "/library/advice": "staff",
  "/library/templates": "staff",
  "/library/templates/[id]": "ours",
  "/library/templates/[id]/edit": "making",
  "/patients/new": "staff",
  "/settings": "owner",
  "/settings/audit": "owner",
  "/settings/staff": "owner",
  "/patients/[patientId]": "clinical",
  "/patients/[patientId]/plan": "clinical",
  "/patients/[patientId]/record": "contact",
  "/patients/[patientId]/sessions": "clinical",
  "/patients/[patientId]/sessions/paper": "contact",
  "/plans/[planId]/edit": "clinical",
  "/plans/[planId]/versions/[number]": "clinical",
};

/** What a GET answers to nobody; null: the same for everyone. A handler that is missing here fails the test. */
export const HANDLER: Readonly<Record<string, 401 | null>> = {
  "/api/auth/[...nextauth]": null,
  "/api/health": null,
  "/api/clinic/logo": 401,
  "/api/figures/[id]": null,
  "/api/media": null,
  "/api/media/[id]/[variant]": 401,
  "/api/figures/[id]/thumb.svg": null,
  "/api/library/import/preview": null,
  "/api/library/import/run": null,
  "/api/plans/[planId]/versions/[number]/pdf": 401,
  "/api/plans/print": null,
  "/api/portal/snapshot": 401,
  "/api/portal/sync": null,
};

const AUTH_PATHS = [
  "session",
  "csrf",
  "providers",
  "signin",
  "signout",
  "callback/staff",
  "callback/patient",
  "error",
  "_log",
];

function tokenOf(pattern: string, house: House): string {
  if (pattern.startsWith("/link/")) return house.linkToken;
  if (pattern.startsWith("/invitation/")) return house.invitationToken;
  if (pattern.startsWith("/recovery/")) return house.resetToken;
  if (pattern.startsWith("/p/")) return house.record.qrToken;
  throw new Error(`say in routes.ts which token ${pattern} takes`);
}

function idOf(pattern: string, house: House): string {
  if (pattern.startsWith("/library/templates")) return house.library.templateId;
  return pattern.startsWith("/api/media/") ? house.library.mediaId : "0".repeat(32);
}

function valuesOf(segment: string, pattern: string, house: House): readonly string[] {
  const { patient, record } = house;
  const known: Readonly<Record<string, () => readonly string[]>> = {
    patientId: () => [patient.patientId],
    planId: () => [record.planId],
    number: () => ["1"],
    version: () => ["1"],
    slug: () =>
      pattern.endsWith("/edit")
        ? [house.library.ownSlug]
        : ["prone-press-up", house.library.ownSlug],
    id: () => [idOf(pattern, house)],
    variant: () => ["small", "large", "video"],
    token: () => [tokenOf(pattern, house)],
    nextauth: () => AUTH_PATHS,
  };
  const values = known[segment];
  if (!values) throw new Error(`say in routes.ts what to put for [${segment}] of ${pattern}`);
  return values();
}

/** Addresses of a route with everything of this house in it. */
export function addressesOf({ pattern }: Route, house: House): string[] {
  return pattern.split("/").reduce<string[]>(
    (addresses, part) => {
      const segment = /^\[(?:\.\.\.)?(\w+)\]$/.exec(part)?.[1];
      const values = segment ? valuesOf(segment, pattern, house) : [part];
      return addresses.flatMap((address) =>
        values.map((value) => (part === "" ? address : `${address.replace(/\/$/, "")}/${value}`)),
      );
    },
    ["/"],
  );
}

/** Asks for the house's rows in every way that an address can. */
export function queryOf({ patient, record, therapist, clinicId }: House): string {
  return new URLSearchParams({
    patient: patient.patientId,
    patientId: patient.patientId,
    therapist: therapist.userId,
    planId: record.planId,
    clinicId,
    filter: "archived",
    locale: "es",
    period: "4",
  }).toString();
}

/**
 * The router's state of a browser that has every layout already and asks for the page alone: the request
 * that a check placed in a layout would not see.
 */
export function leafState(route: Route, address: string): string {
  const values = address.split("/").filter(Boolean);
  const segments = route.folders.map((folder) => {
    if (folder.startsWith("(")) return folder;
    const value = values.shift() ?? "";
    const name = /^\[(\w+)\]$/.exec(folder)?.[1];
    return name ? [name, value, "d", null] : folder;
  });
  const leaf: unknown = ["__PAGE__", {}, null, "refetch"];
  const tree = segments.reduceRight<unknown>(
    (child, segment) => [segment, { children: child }, null, null],
    leaf,
  );
  return encodeURIComponent(JSON.stringify(["", { children: tree }, null, null]));
}
