import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MediaGallery } from "../../../lib/features/media/components/media-gallery";
import type { MediaView } from "../../../lib/features/media/media-view";

const one = (id: string, kind: MediaView["kind"]): MediaView => ({
  id,
  kind,
  width: 1600,
  height: 1200,
  durationMs: kind === "video" ? 5000 : null,
});
const show = (kinds: string) =>
  renderToStaticMarkup(
    <MediaGallery
      media={[...kinds].map((kind, i) => one(`m${i}`, kind === "v" ? "video" : "photo"))}
      name="Heel slide"
      alt="A heel slides along the floor."
      locale="en"
    />,
  );
const items = (html: string) => html.match(/<li.*?<\/li>/g) ?? [];

describe("photos and videos of an exercise", () => {
  it("says in words what each shows, numbered only where there are several", () => {
    expect(show("p")).toContain('alt="A heel slides along the floor."');
    expect(show("pp")).toContain('alt="Photo 2 of 2: A heel slides along the floor."');
    expect(show("v")).toContain('aria-label="Video: Heel slide"');
    expect(show("vv")).toContain('aria-label="Video 1 of 2: Heel slide"');
    expect(show("")).toBe("");
  });

  it("plays nothing by itself and has its controls", () => {
    const html = show("v");
    expect(html).toMatch(/<video[^>]* controls/);
    expect(html).toContain('preload="metadata"');
    expect(html).not.toMatch(/autoplay/i);
  });

  it.each([
    ["p", "w"],
    ["pp", ".."],
    ["ppp", "w.."],
    ["pvpp", "ww.."],
    ["ppvp", "..ww"],
    ["vv", "ww"],
  ])("%s: pairs stand side by side, the rest takes its row", (kinds, expected) => {
    const wide = items(show(kinds)).map((item) => (item.includes("col-span-full") ? "w" : "."));
    expect(wide.join("")).toBe(expected);
  });

  it("lets the browser choose a size, and claims none larger than the photo was", () => {
    const small = { ...one("s", "photo"), width: 200, height: 400 };
    const html = renderToStaticMarkup(
      <MediaGallery media={[small]} name="x" alt="y" locale="es" />,
    );
    expect(html).toContain("/api/media/s/small 160w, /api/media/s/medium 200w");
    expect(show("p")).toContain("/api/media/m0/large 1600w");
  });
});
