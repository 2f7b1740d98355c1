import { createHash } from "node:crypto";

/** Numbers from 0 up to 1 that are always the same for the same key. */
export type Dice = () => number;

/** A small generator (mulberry32) seeded by a key, so that the demo data are the same on the same day. */
export function diceOf(key: string): Dice {
  let state = createHash("sha256").update(key).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A UUIDv7 of an instant whose random part comes from a key: the same row has the same id in every database. */
export function demoId(key: string, at: Date): string {
  const bytes = createHash("sha256").update(key).digest().subarray(0, 16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes[6] = (bytes.readUInt8(6) & 0x0f) | 0x70;
  bytes[8] = (bytes.readUInt8(8) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [0, 8, 12, 16, 20].map((from, i) => hex.slice(from, [8, 12, 16, 20, 32][i])).join("-");
}
