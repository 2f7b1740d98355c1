import {
  EncodedAudioPacketSource,
  type EncodedPacket,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  FilePathSource,
  FilePathTarget,
  Input,
  type InputAudioTrack,
  type InputVideoTrack,
  MP4,
  Mp4OutputFormat,
  Output,
  QTFF,
  WEBM,
  WebMOutputFormat,
} from "mediabunny";
import { Invalid } from "../../errors/app-error";
import { refuseFile, type VideoKind } from "./file-kind";
import { VIDEO_MAX_MINUTES } from "./media-bounds";

/** A video as it is stored. */
export interface Video {
  readonly mime: "video/mp4" | "video/webm";
  /** Pixels as shown, after rotation. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
}

const SIDE_MAX = 8192;
/** What browsers play in each container. */
const CODECS: Readonly<Record<VideoKind, readonly string[]>> = {
  mp4: ["avc", "hevc", "av1", "vp9", "aac", "mp3", "opus", "flac"],
  webm: ["vp8", "vp9", "av1", "opus", "vorbis"],
};

const damaged = () =>
  refuseFile("The video is damaged or incomplete. Save it again and try once more.");

interface Tracks {
  readonly picture: InputVideoTrack;
  readonly sound: InputAudioTrack | null;
}

async function tracksOf(input: Input, kind: VideoKind): Promise<Tracks> {
  const [picture, sound] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  if (!picture && !sound) return damaged();
  if (!picture) return refuseFile("There is only sound in this file. Add a video with a picture.");
  for (const track of [picture, sound])
    if (track && !CODECS[kind].includes((await track.getCodec()) ?? ""))
      refuseFile(
        "The video is coded in a way that phones cannot play. Save it as MP4 (H.264 and AAC) and add that.",
      );
  return { picture, sound };
}

async function factsOf({ picture, sound }: Tracks, kind: VideoKind, input: Input): Promise<Video> {
  const seconds = await input.computeDuration(sound ? [picture, sound] : [picture]);
  const [width, height] = [await picture.getDisplayWidth(), await picture.getDisplayHeight()];
  if (!(seconds > 0 && width > 0 && height > 0)) return damaged();
  if (seconds > VIDEO_MAX_MINUTES * 60)
    refuseFile(`The video is longer than ${VIDEO_MAX_MINUTES} minutes. Shorten it and try again.`);
  if (Math.max(width, height) > SIDE_MAX)
    refuseFile(`The video may be at most ${SIDE_MAX} pixels a side. Save it smaller.`);
  const durationMs = Math.max(1, Math.round(seconds * 1000));
  return { mime: kind === "mp4" ? "video/mp4" : "video/webm", width, height, durationMs };
}

type Source = EncodedVideoPacketSource | EncodedAudioPacketSource;

/** Where a track is read from and written to. */
interface Lane {
  readonly packets: AsyncGenerator<EncodedPacket, void, unknown>;
  readonly source: Source;
  readonly config: object;
  /** Packets that are still to come, as the index says. */
  left: number;
  next: EncodedPacket | null;
}

const METADATA_ONLY = { metadataOnly: true } as const;

async function countPackets(sink: EncodedPacketSink, first: EncodedPacket): Promise<number> {
  let count = 0;
  for await (const _ of sink.packets(first, undefined, METADATA_ONLY)) count++;
  return count;
}

/** The first packet at or before `second`, from which the track can be decoded; what a phone cut off stays out. */
async function firstPacket(sink: EncodedPacketSink, second: number) {
  return (await sink.getKeyPacket(second)) ?? (await sink.getFirstKeyPacket()) ?? damaged();
}

async function openLane(
  output: Output,
  track: InputVideoTrack | InputAudioTrack,
  from: number,
): Promise<Lane> {
  const sink = new EncodedPacketSink(track);
  const first = await firstPacket(sink, from);
  const maximumPacketCount = await countPackets(sink, first);
  const codec = (await track.getCodec()) ?? damaged();
  const config = (await track.getDecoderConfig()) ?? damaged();
  const lane = { packets: sink.packets(first), config, left: maximumPacketCount, next: null };
  if (track.isVideoTrack()) {
    const source = new EncodedVideoPacketSource(codec as never);
    const turned = { rotation: await track.getRotation(), flip: await track.getFlip() };
    output.addVideoTrack(source, { ...turned, maximumPacketCount });
    return { ...lane, source };
  }
  const source = new EncodedAudioPacketSource(codec as never);
  output.addAudioTrack(source, { maximumPacketCount });
  return { ...lane, source };
}

async function advance(lane: Lane): Promise<void> {
  const { done, value } = await lane.packets.next();
  lane.next = done ? null : value;
  if (lane.next) lane.left -= 1;
  else if (lane.left > 0) damaged();
}

/** Copies packets as they are, in the order in which they are played. `shift` seconds make all of them start at 0. */
async function copyPackets(lanes: readonly Lane[]): Promise<void> {
  for (const lane of lanes) await advance(lane);
  const shift = -Math.min(0, ...lanes.map(({ next }) => next?.timestamp ?? 0));
  for (;;) {
    const waiting = lanes.filter(({ next }) => next !== null);
    const [first] = waiting.sort((a, b) => (a.next?.timestamp ?? 0) - (b.next?.timestamp ?? 0));
    if (!first?.next) return;
    const packet = first.next.clone({ timestamp: Math.max(0, first.next.timestamp + shift) });
    await first.source.add(packet as never, { decoderConfig: first.config } as never);
    await advance(first);
  }
}

async function copyTracks({ picture, sound }: Tracks, kind: VideoKind, target: string) {
  const format =
    kind === "mp4" ? new Mp4OutputFormat({ fastStart: "reserve" }) : new WebMOutputFormat();
  const output = new Output({ format, target: new FilePathTarget(target) });
  try {
    const shown = await firstPacket(new EncodedPacketSink(picture), 0);
    const from = Math.min(0, shown.timestamp);
    const lanes = [await openLane(output, picture, 0)];
    if (sound) lanes.push(await openLane(output, sound, from));
    await output.start();
    await copyPackets(lanes);
    await output.finalize();
  } catch (error) {
    await output.cancel().catch(() => {});
    throw error;
  }
}

/** Room on the disk is not the file's fault. */
const isOfTheSystem = (error: unknown) => typeof (error as { code?: unknown }).code === "string";

/**
 * Writes the first picture and sound track of a video to `target` as they are coded, and nothing else:
 * no tags, no place, no names, no further tracks. QuickTime becomes MP4. Throws `Invalid` for a damaged
 * or a long one and for what browsers do not play.
 */
export async function rewriteVideo(file: string, kind: VideoKind, target: string): Promise<Video> {
  const formats = kind === "mp4" ? [MP4, QTFF] : [WEBM];
  const input = new Input({ source: new FilePathSource(file), formats });
  try {
    if (!(await input.canRead())) return damaged();
    const tracks = await tracksOf(input, kind);
    const facts = await factsOf(tracks, kind, input);
    await copyTracks(tracks, kind, target);
    return facts;
  } catch (error) {
    if (error instanceof Invalid || isOfTheSystem(error)) throw error;
    return damaged();
  } finally {
    input.dispose();
  }
}
