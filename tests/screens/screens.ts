import { expect, type Page } from "@playwright/test";
import { rateBefore, toDone, toExercise, toHurts } from "./player-steps";

/** Who looks: nobody, or a person of the demo clinic. */
export type Looker = "nobody" | "maya" | "tom" | "elena" | "carmen";

/** Ids of the demo clinic that addresses name. */
export interface Places {
  patient(key: string): string;
  plan(key: string): string;
  /** `/p/<token>/<version>` of a patient's plan. */
  qr(key: string, version: number): string;
  /** A sign-in link that is still good. */
  readonly link: string;
}

export interface Screen {
  /** Of the picture, with the width behind it. */
  readonly name: string;
  readonly as: Looker;
  readonly path: string | ((places: Places) => string);
  /** Brings the page from its address to the state of the picture. */
  readonly before?: (page: Page) => Promise<void>;
  /** What the window shows, instead of the page as far as a picture goes: where something stays in place. */
  readonly window?: true;
  /** Pixels of the wide window, where all of it would be too many bytes. */
  readonly height?: number;
  /** Only these widths; both when left out. */
  readonly widths?: readonly Width[];
}

export const WIDTHS = [1360, 390] as const;
export type Width = (typeof WIDTHS)[number];

const PHONE = [390] as const;

/** Every main screen. A new one is a new line; `npm run screens <part of a name>` takes a few of them. */
export const SCREENS: readonly Screen[] = [
  { name: "home", as: "nobody", path: "/" },
  { name: "sign-in", as: "nobody", path: "/sign-in" },
  { name: "privacy", as: "nobody", path: "/privacy" },
  { name: "code", as: "nobody", path: "/code" },
  { name: "link", as: "nobody", path: (at) => at.link },
  { name: "plan-on-paper", as: "nobody", path: (at) => at.qr("elena", 2) },
  { name: "caseload", as: "maya", path: "/caseload" },
  { name: "caseload-front-desk", as: "tom", path: "/caseload" },
  { name: "new-patient", as: "maya", path: "/patients/new" },
  { name: "overview", as: "maya", path: (at) => `/patients/${at.patient("elena")}` },
  { name: "overview-no-pain", as: "maya", path: (at) => `/patients/${at.patient("george")}` },
  { name: "overview-silent", as: "maya", path: (at) => `/patients/${at.patient("ruth")}` },
  { name: "sessions", as: "maya", path: (at) => `/patients/${at.patient("elena")}/sessions` },
  { name: "plan", as: "maya", path: (at) => `/patients/${at.patient("aiko")}/plan` },
  { name: "record", as: "maya", path: (at) => `/patients/${at.patient("elena")}/record` },
  {
    name: "record-long-name",
    as: "maya",
    path: (at) => `/patients/${at.patient("maximiliana")}/record`,
  },
  {
    name: "builder",
    as: "maya",
    path: (at) => `/plans/${at.plan("samuel")}/edit`,
    window: true,
    height: 690,
  },
  {
    name: "builder-contraindication",
    as: "maya",
    path: (at) => `/plans/${at.plan("leo")}/edit`,
    window: true,
    height: 690,
  },
  { name: "plan-sheet", as: "maya", path: (at) => `/plans/${at.plan("elena")}/versions/3` },
  { name: "library", as: "maya", path: "/library" },
  { name: "exercise", as: "maya", path: "/library/single-knee-to-chest" },
  { name: "settings", as: "maya", path: "/settings" },
  { name: "staff", as: "maya", path: "/settings/staff" },
  { name: "audit", as: "maya", path: "/settings/audit" },
  { name: "account", as: "maya", path: "/account" },
  { name: "today", as: "elena", path: "/today", before: shown("main h1"), window: true },
  {
    name: "today-spanish",
    as: "carmen",
    path: "/today",
    before: shown("main h1"),
    widths: PHONE,
    window: true,
  },
  {
    name: "session-before",
    as: "elena",
    path: "/today",
    before: rateBefore,
    widths: PHONE,
    window: true,
  },
  { name: "session-exercise", as: "elena", path: "/today", before: toExercise, window: true },
  {
    name: "session-hurts",
    as: "elena",
    path: "/today",
    before: toHurts,
    widths: PHONE,
    window: true,
  },
  {
    name: "session-done",
    as: "elena",
    path: "/today",
    before: toDone,
    widths: PHONE,
    window: true,
  },
  { name: "progress", as: "elena", path: "/progress", before: shown("main h1"), window: true },
  { name: "my-plan", as: "elena", path: "/plan", before: shown("main h1"), window: true },
];

/** The PDFs of which the first page is shown. */
export const PAPERS = [
  { name: "pdf", path: (at: Places) => `/api/plans/${at.plan("elena")}/versions/3/pdf` },
  { name: "pdf-spanish", path: (at: Places) => `/api/plans/${at.plan("carmen")}/versions/2/pdf` },
] as const;

/** Waits until the portal has drawn what it keeps on the phone. */
function shown(selector: string) {
  return (page: Page) => expect(page.locator(selector).first()).toBeVisible({ timeout: 15_000 });
}
