import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { SavedDraft } from "@/lib/features/plans/draft-content";
import { DraftSaver, type SaveOutcome } from "@/lib/features/plans/draft-saver";
import { contentOf } from "./content";

const AT = new Date("2026-11-20T10:00:00Z");
const CURRENT: SavedDraft = {
  ...contentOf("theirs"),
  revision: 9,
  basedOn: 0,
  updatedAt: AT,
  updatedBy: "Tom Ferris",
};

function saverWith(answer: (n: number, revision: number) => Promise<SaveOutcome>) {
  const sent: { lines: string; revision: number }[] = [];
  const saver = new DraftSaver({
    content: contentOf("a"),
    revision: 1,
    savedAt: AT,
    save: (content, revision) => {
      sent.push({ lines: content.lines.map(({ lineId }) => lineId).join(""), revision });
      return answer(sent.length, revision);
    },
  });
  return { saver, sent };
}

const saved = async (_: number, revision: number): Promise<SaveOutcome> => ({
  kind: "saved",
  revision: revision + 1,
  at: AT,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("saving a draft by itself", () => {
  it("waits for a pause in typing and sends the newest content once", async () => {
    const { saver, sent } = saverWith(saved);
    saver.update(contentOf("a", "b"));
    saver.update(contentOf("a", "b", "c"));
    expect(saver.status().kind).toBe("waiting");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([{ lines: "abc", revision: 1 }]);
    expect(saver.status()).toEqual({ kind: "saved", at: AT });
    expect(saver.isDirty).toBe(false);
  });

  it("never has two saves under way; the next one names the revision of the last", async () => {
    const { saver, sent } = saverWith(async (n, revision) => {
      await new Promise((done) => setTimeout(done, 5000));
      return saved(n, revision);
    });
    saver.update(contentOf("a", "b"));
    await vi.advanceTimersByTimeAsync(1000);
    saver.update(contentOf("a", "b", "c"));
    await vi.advanceTimersByTimeAsync(3000);
    expect(sent).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toEqual([
      { lines: "ab", revision: 1 },
      { lines: "abc", revision: 2 },
    ]);
  });

  it("tries again after a failure until it is saved", async () => {
    const { saver, sent } = saverWith(async (n, revision) => {
      if (n < 3) throw new TypeError("no network");
      return saved(n, revision);
    });
    saver.update(contentOf("a", "b"));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.status()).toEqual({ kind: "failed", message: null });
    expect(saver.isDirty).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(3);
    expect(saver.status().kind).toBe("saved");
  });

  it("sends nothing more after a conflict, until somebody chose", async () => {
    const { saver, sent } = saverWith(async (n, revision) =>
      n === 1 ? { kind: "conflict", current: CURRENT } : saved(n, revision),
    );
    const mine = contentOf("a", "b");
    saver.update(mine);
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.status()).toEqual({ kind: "conflict", current: CURRENT });
    saver.update(contentOf("a", "b", "c"));
    expect(await saver.flush()).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    saver.adopt({ revision: 9, at: AT, content: contentOf("theirs") }, mine);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent[1]).toEqual({ lines: "ab", revision: 9 });
  });

  it("is at rest after the other draft was loaded", async () => {
    const { saver, sent } = saverWith(saved);
    const theirs = contentOf("theirs");
    saver.adopt({ revision: 9, at: AT, content: theirs }, theirs);
    saver.update(theirs);
    await vi.advanceTimersByTimeAsync(5000);
    expect(sent).toEqual([]);
    expect(saver.revision).toBe(9);
  });

  it("flush answers true only when everything is on the server", async () => {
    const { saver } = saverWith(async () => ({ kind: "failed", message: "Nothing was saved." }));
    expect(await saver.flush()).toBe(true);
    saver.update(contentOf("b"));
    expect(await saver.flush()).toBe(false);
    expect(saver.status()).toEqual({ kind: "failed", message: "Nothing was saved." });
  });
});
