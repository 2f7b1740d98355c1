import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { MediaUploader } from "../../../lib/features/media/components/media-uploader";
import { lengthWords, sizeWords } from "../../../lib/features/media/components/media-words";
import type { MediaView } from "../../../lib/features/media/media-view";
import { MessageProvider } from "../../../lib/i18n/message-provider";
import { messagesOf } from "../../../lib/i18n/messages";

const view = (id: string, kind: MediaView["kind"]): MediaView => ({
  id,
  kind,
  width: 4,
  height: 3,
  durationMs: kind === "video" ? 65_400 : null,
});

const html = renderToStaticMarkup(
  <MessageProvider locale="en" messages={{ media: messagesOf("en").media }}>
    <MediaUploader
      media={[view("a", "photo"), view("b", "video"), view("c", "photo")]}
      onChange={() => {}}
    />
  </MessageProvider>,
);

describe("the list of photos and videos", () => {
  it("numbers photos and videos each by themselves and names every button", () => {
    const labels = [...html.matchAll(/<button[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(labels).toEqual(
      ["Photo 1", "Video 1", "Photo 2"].flatMap((name) => [
        `Move ${name} up`,
        `Move ${name} down`,
        `Remove ${name}`,
      ]),
    );
    expect(html).toContain("1:05");
    expect(html).toContain("3 of 6");
  });

  it("says what is accepted before anything is chosen", () => {
    for (const word of [
      "JPEG",
      "PNG",
      "WebP",
      "HEIC",
      "MP4",
      "WebM",
      "MOV",
      "200 MB",
      "10 minutes",
    ])
      expect(html).toContain(word);
  });
});

describe("sizes and lengths in words", () => {
  it.each([
    [1, "1 kB"],
    [348_000, "340 kB"],
    [4_404_019, "4.2 MB"],
    [200 * 1024 * 1024 + 1, "201 MB"],
  ])("%d bytes: %s", (bytes, words) => expect(sizeWords(bytes)).toBe(words));

  it.each([
    [400, "0:00"],
    [7_400, "0:07"],
    [200_000, "3:20"],
  ])("%d ms: %s", (ms, words) => expect(lengthWords(ms)).toBe(words));
});
