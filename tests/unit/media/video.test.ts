import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputVideoTrack,
  MATROSKA,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
} from "mediabunny";
import { afterAll, describe, expect, it } from "vitest";
import { Invalid } from "../../../lib/errors/app-error";
import { rewriteVideo, type Video } from "../../../lib/features/media/video";

const root = mkdtempSync(path.join(tmpdir(), "carryover-video-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const FIXTURES = path.join(import.meta.dirname, "../../support/media");
const fixture = (name: string) => path.join(FIXTURES, name);
const target = (name: string) => path.join(root, `${name}.out`);

/** What a phone writes beside the film. `loci` and `©xyz` are boxes for the place. */
const SECRETS = /Secret|40\.4168|3\.7038|loci|\xa9xyz|com\.apple|tmcd|tx3g|Lavf/;
const text = (file: string) => readFileSync(file).toString("latin1");

async function open<T>(file: string, look: (input: Input) => Promise<T>): Promise<T> {
  const formats = [MP4, QTFF, WEBM, MATROSKA];
  const input = new Input({ source: new FilePathSource(file), formats });
  try {
    return await look(input);
  } finally {
    input.dispose();
  }
}

async function packetsOf(track: InputVideoTrack): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const packet of new EncodedPacketSink(track).packets())
    all.push(Buffer.from(packet.data));
  return all;
}

const facts = (file: string) =>
  open(file, async (input) => {
    const tracks = await input.getTracks();
    const picture = (await input.getPrimaryVideoTrack())!;
    return {
      tracks: tracks.map(({ type }) => type),
      codecs: await Promise.all(tracks.map((track) => track.getCodec())),
      rotation: await picture.getRotation(),
      tags: await input.getMetadataTags(),
      packets: await packetsOf(picture),
      duration: await input.computeDuration(),
    };
  });

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Invalid);
  return (error as Invalid).fieldErrors.media;
};

describe("a video", () => {
  it.each([
    ["located.mp4", "mp4", "video/mp4", ["video", "audio"]],
    ["iphone.mov", "mp4", "video/mp4", ["video", "audio"]],
    ["older.mov", "mp4", "video/mp4", ["video"]],
    ["located.webm", "webm", "video/webm", ["video", "audio"]],
    ["silent-hevc.mp4", "mp4", "video/mp4", ["video"]],
  ] as const)("%s keeps its film and sound and nothing else", async (name, kind, mime, tracks) => {
    if (name !== "silent-hevc.mp4") expect(text(fixture(name))).toMatch(SECRETS);
    const before = await facts(fixture(name));
    const made = await rewriteVideo(fixture(name), kind, target(name));
    const after = await facts(target(name));
    expect(text(target(name))).not.toMatch(SECRETS);
    expect(after.tags).toEqual({});
    expect(after.tracks).toEqual(tracks);
    expect(after.packets).toEqual(before.packets);
    expect(after.rotation).toBe(before.rotation);
    expect(made.mime).toBe(mime);
    expect(made.durationMs).toBeGreaterThan(900);
    expect(made.durationMs).toBeLessThan(1100);
    expect(after.duration).toBeCloseTo(made.durationMs / 1000, 1);
  });

  it("is measured as it is shown, after turning", async () => {
    const { width, height } = await rewriteVideo(fixture("located.mp4"), "mp4", target("turned"));
    expect([width, height]).toEqual([48, 64]);
    expect(await facts(target("turned"))).toMatchObject({ rotation: 270 });
  });

  it("of QuickTime becomes MP4, with its index before its film", async () => {
    await rewriteVideo(fixture("iphone.mov"), "mp4", target("mov"));
    const words = text(target("mov"));
    expect(words.slice(4, 12)).toMatch(/^ftyp(isom|mp4)/);
    expect(words.indexOf("moov")).toBeLessThan(words.indexOf("mdat"));
  });
});

/** One frame of the fixture every ten seconds. */
async function longVideo(file: string, seconds: number): Promise<void> {
  await open(fixture("located.mp4"), async (input) => {
    const track = (await input.getPrimaryVideoTrack())!;
    const key = (await new EncodedPacketSink(track).getFirstPacket())!;
    const decoderConfig = (await track.getDecoderConfig())!;
    const source = new EncodedVideoPacketSource("avc");
    const output = new Output({ format: new Mp4OutputFormat(), target: new FilePathTarget(file) });
    output.addVideoTrack(source);
    await output.start();
    for (let at = 0; at < seconds; at += 10)
      await source.add(key.clone({ timestamp: at, duration: Math.min(10, seconds - at) }), {
        decoderConfig,
      });
    await output.finalize();
  });
}

describe("a video that cannot be taken", () => {
  it("is longer than ten minutes, and ten minutes are not", async () => {
    const [fits, long] = [path.join(root, "fits.mp4"), path.join(root, "long.mp4")];
    await longVideo(fits, 600);
    await longVideo(long, 601);
    expect(await rewriteVideo(fits, "mp4", target("fits"))).toMatchObject({
      durationMs: 600_000,
    } satisfies Partial<Video>);
    expect(await refusal(rewriteVideo(long, "mp4", target("long")))).toContain("10 minutes");
  });

  it.each([
    ["cut short", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ["cut after its name", (bytes: Buffer) => bytes.subarray(0, 40)],
    ["scrambled", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 32), Buffer.alloc(5000, 9)])],
    [
      "of endless boxes",
      (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, 32),
          ...Array.from({ length: 3000 }, () => Buffer.from("\0\0\0\x08moov", "latin1")),
        ]),
    ],
  ])("is %s", async (what, spoil) => {
    const file = path.join(root, `${what}.mp4`);
    writeFileSync(file, spoil(readFileSync(fixture("located.mp4"))));
    expect(await refusal(rewriteVideo(file, "mp4", target(what)))).toContain("damaged");
  });

  it("is cut short behind its index", async () => {
    const whole = target("index-first");
    await rewriteVideo(fixture("iphone.mov"), "mp4", whole);
    const file = path.join(root, "cut-film.mp4");
    const bytes = readFileSync(whole);
    writeFileSync(file, bytes.subarray(0, bytes.indexOf("mdat") + 2000));
    expect(await refusal(rewriteVideo(file, "mp4", target("cut-film")))).toContain("damaged");
  });

  it("is sound alone", async () => {
    expect(await refusal(rewriteVideo(fixture("sound.m4a"), "mp4", target("sound")))).toContain(
      "only sound",
    );
  });

  it("is cut short as WebM, or none", async () => {
    const bytes = readFileSync(fixture("located.webm"));
    const file = path.join(root, "cut.webm");
    writeFileSync(file, bytes.subarray(0, 200));
    expect(await refusal(rewriteVideo(file, "webm", target("cut.webm")))).toContain("damaged");
    writeFileSync(file, bytes.subarray(0, 4));
    expect(await refusal(rewriteVideo(file, "webm", target("cut.webm")))).toContain("damaged");
    expect(await refusal(rewriteVideo(fixture("located.heic"), "mp4", target("heic")))).toMatch(
      /damaged|picture/,
    );
  });
});
