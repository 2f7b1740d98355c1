import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { type FigureArt, MATERIALS, type Shade } from "@/lib/figures/art";
import { FigureMotion } from "@/lib/figures/figure-motion";
import { FigurePoses } from "@/lib/figures/figure-poses";
import { FigureSvg } from "@/lib/figures/figure-svg";
import { FigureThumb, THUMB_BOX } from "@/lib/figures/figure-thumb";
import { contourColour, toneColour } from "@/lib/figures/palette";
import { thumbMarkup } from "@/lib/figures/thumb-markup";
import { figureWords } from "@/lib/i18n/figure-words";
import { sampleFigure } from "@/tests/support/sample-figure";

const art = sampleFigure();
const unknown = { ...art, format: 2 } as unknown as FigureArt;
const ids = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
const usedIds = (markup: string) => [...markup.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);

describe("a still", () => {
  it("is named by its alt text, or hidden where words beside it say so", () => {
    const named = renderToStaticMarkup(<FigureSvg art={art} show={0} alt="A leg goes up" />);
    expect(named).toContain('aria-label="A leg goes up"');
    expect(named).not.toContain("aria-hidden");
    const hidden = renderToStaticMarkup(<FigureSvg art={art} show={0} alt="" />);
    expect(hidden).toContain('aria-hidden="true"');
  });

  it("is flipped about the middle of its own frame for the left side", () => {
    const off = { ...art, box: { ...art.box, x: 10 } };
    const flipped = renderToStaticMarkup(<FigureSvg art={off} show={0} alt="" mirrored />);
    expect(flipped).toContain("matrix(-1 0 0 1 170 0)");
    expect(renderToStaticMarkup(<FigureSvg art={off} show={0} alt="" />)).not.toContain("matrix");
  });

  it("keeps its clip apart from those of other figures on the page", () => {
    const page = renderToStaticMarkup(
      <>
        <FigureSvg art={art} show={0} alt="" />
        <FigurePoses art={art} alt="" />
        <FigureSvg art={art} show="thumb" alt="" />
      </>,
    );
    expect(ids(page)).toHaveLength(4);
    expect(new Set(ids(page)).size).toBe(4);
    expect(new Set(usedIds(page))).toEqual(new Set(ids(page)));
  });

  it("draws contours on the body alone", () => {
    const markup = renderToStaticMarkup(<FigureSvg art={art} show={1} alt="" />);
    expect(markup).toContain(`stroke="${contourColour("shirt-0")}"`);
    expect(markup).not.toContain(`stroke="${contourColour("mat-0")}"`);
  });
});

describe("the key poses", () => {
  it("stand side by side with their names in the reader's language", () => {
    const { names } = figureWords({ poses: [1, 2, 3] }, "es");
    expect(names).toEqual(["Inicio", "Posición 2", "Final"]);
    const markup = renderToStaticMarkup(
      <FigurePoses art={art} alt="Sube la pierna" names={figureWords(art, "es").names} />,
    );
    expect(markup.match(/<svg/g)).toHaveLength(2);
    expect(markup).toMatch(/Sube la pierna.*Inicio.*Final/);
  });
});

describe("a moving figure, before and without JavaScript", () => {
  const words = figureWords(art, "en");

  it("brings all key poses with their names for readers who want no motion", () => {
    const markup = renderToStaticMarkup(<FigureMotion art={art} alt="A leg" words={words} />);
    const [moving, still] = markup.split("<figure");
    expect(moving).toMatch(/motion-reduce:hidden noscript:hidden/);
    expect(still).toMatch(/hidden motion-reduce:grid noscript:grid/);
    expect(still?.match(/<svg/g)).toHaveLength(2);
    expect(still).toMatch(/Start.*End/);
  });

  it("starts with the start pose and a button that says what it does", () => {
    const markup = renderToStaticMarkup(<FigureMotion art={art} alt="A leg" words={words} />);
    const moving = markup.split("<figure")[0]!;
    expect(moving).toContain(art.poses[0]!.shapes[2]!.d);
    expect(moving).toContain('aria-label="Pause the movement"');
  });

  it("is flipped for the left side, moving and still", () => {
    const markup = renderToStaticMarkup(<FigureMotion art={art} alt="" words={words} mirrored />);
    expect(markup.match(/matrix\(-1 0 0 1 0 0\)/g)).toHaveLength(3);
  });

  it("has no button when it is moved from outside", () => {
    const markup = renderToStaticMarkup(
      <FigureMotion art={art} alt="A leg" words={words} driven />,
    );
    expect(markup).not.toContain("<button");
  });
});

describe("no picture", () => {
  it.each([
    ["there is none", null],
    ["its format is of a later release", unknown],
  ])("a calm placeholder that still says what is missing, when %s", (_, none) => {
    for (const markup of [
      renderToStaticMarkup(<FigureMotion art={none} alt="A leg" words={figureWords(none, "en")} />),
      renderToStaticMarkup(<FigurePoses art={none} alt="A leg" />),
    ]) {
      expect(markup).toContain('aria-label="A leg"');
      expect(markup).not.toContain("clipPath");
      expect(markup).not.toContain("<button");
    }
  });

  it("keeps a thumbnail's box", () => {
    const box = (markup: string) => markup.includes(THUMB_BOX);
    expect(box(renderToStaticMarkup(<FigureThumb figureId={null} alt="" />))).toBe(true);
    expect(box(renderToStaticMarkup(<FigureThumb figureId={"a".repeat(32)} alt="" />))).toBe(true);
  });
});

describe("the thumbnail as a file", () => {
  const markup = thumbMarkup(art);

  it("is one well-formed SVG that needs nothing from outside", () => {
    const open = [...markup.matchAll(/<(\w+)[^>]*[^/]>/g)].map(([, name]) => name);
    const close = [...markup.matchAll(/<\/(\w+)>/g)].map(([, name]) => name);
    expect([...open].sort()).toEqual([...close].sort());
    expect(markup.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|<script|<style|style=|on\w+=/,
    );
    const referred = [...markup.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(new Set([...referred, ...usedIds(markup)])).toEqual(new Set(ids(markup)));
  });

  it("writes each outline once", () => {
    for (const { d } of art.thumb.shapes) expect(markup.split(d)).toHaveLength(2);
    expect(gzipSync(markup).length).toBeLessThan(3 * 1024);
  });

  it("has as many names as a drawing has parts", () => {
    const leg = art.thumb.shapes[2]!;
    const many = Array.from({ length: 60 }, () => ({ ...leg }));
    const names = ids(thumbMarkup({ ...art, thumb: { ...art.thumb, shapes: many } }));
    expect(new Set(names).size).toBe(61);
  });
});

describe("colours", () => {
  const shades: readonly Shade[] = [0, 1, 2, 3, 4];
  const lightness = (hex: string) => Number.parseInt(hex.slice(1, 3), 16);

  it("exist for every material and shade, in colour and in grey", () => {
    for (const material of MATERIALS)
      for (const shade of shades)
        for (const palette of ["colour", "grey"] as const) {
          expect(toneColour(`${material}-${shade}`, palette)).toMatch(/^#[0-9a-f]{6}$/);
          expect(contourColour(`${material}-${shade}`, palette)).toMatch(/^#[0-9a-f]{6}$/);
        }
  });

  it("keep shirt, trousers, skin and arrow apart in grey", () => {
    const greys = (["arrow-0", "trousers-0", "shirt-0", "skin-0"] as const).map((tone) =>
      lightness(toneColour(tone, "grey")),
    );
    for (const [i, grey] of greys.slice(1).entries()) expect(grey - greys[i]!).toBeGreaterThan(15);
  });

  it("name the tone that has none", () => {
    expect(() => toneColour("straw-0" as never)).toThrow("straw-0");
  });
});
