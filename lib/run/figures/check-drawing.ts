import { gzipSync } from "node:zlib";
import type { FigureArt } from "../../figures/art";
import { drawThumb } from "../../figures/engine/bake";
import { alikePairs, lookOf } from "../../figures/engine/checks/alike";
import { checkFigure, type Finding } from "../../figures/engine/checks/check-figure";
import type { Raster } from "../../figures/engine/checks/raster";
import { composeFigure } from "../../figures/engine/compose-figure";
import { readFigure } from "../../figures/engine/read-figure";
import { FigureError } from "../../figures/engine/words";
import { thumbMarkup } from "../../figures/thumb-markup";
import type { Drawing } from "./library";

/** Bytes of a thumbnail as it is sent: 53 of them are on one page of the library. */
export const THUMB_LIMIT = 3072;

export interface Checked {
  readonly drawing: Drawing;
  readonly findings: readonly Finding[];
  /** gzip; 0 where nothing could be drawn. */
  readonly thumbBytes: number;
  /** null where nothing could be drawn. */
  readonly look: Raster | null;
}

/** A base stays as it is: nothing has to move or to differ. */
const ONLY_MOTION: readonly string[] = ["difference", "moves"];

const broken = (text: string): Finding => ({ check: "names", hard: true, text });

/** All that is wrong with one figure. */
export function checkDrawing(drawing: Drawing): Checked {
  const { slug, source, exercise } = drawing;
  try {
    const figure = composeFigure(readFigure(source, slug));
    const all = checkFigure(figure, { side: exercise?.side });
    const findings = all.filter(({ check }) => exercise || !ONLY_MOTION.includes(check));
    const art: Pick<FigureArt, "thumb"> = { thumb: drawThumb(figure) };
    const thumbBytes = gzipSync(thumbMarkup(art)).length;
    if (thumbBytes > THUMB_LIMIT) findings.push(broken(`the thumbnail has ${thumbBytes} bytes`));
    return { drawing, findings, thumbBytes, look: lookOf(figure) };
  } catch (error) {
    if (!(error instanceof FigureError)) throw error;
    const lines = error.message.split("\n").map((line) => broken(line.replace(`${slug}: `, "")));
    return { drawing, findings: lines, thumbBytes: 0, look: null };
  }
}

const reasonOf = ({ source }: Drawing): string | undefined =>
  (source as { allow?: Record<string, string> } | null)?.allow?.alike;

/** Adds to each figure those of the others that look like it in a list. */
export function withAlike(all: readonly Checked[]): Checked[] {
  const looks = all.flatMap((one) =>
    one.look && one.drawing.exercise ? [[one, one.look] as const] : [],
  );
  const pairs = alikePairs(looks);
  return all.map((one) => {
    const more = pairs
      .filter(([a]) => a === one)
      .map(([, { drawing }, share]): Finding => {
        const text = `its thumbnail differs from that of ${drawing.slug} in ${Math.round(share * 100)} % only`;
        const allowed = reasonOf(one.drawing);
        return { check: "alike", hard: false, text, ...(allowed ? { allowed } : {}) };
      });
    return { ...one, findings: [...one.findings, ...more] };
  });
}
