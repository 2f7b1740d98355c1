/** Segment lengths of the one body that is drawn: an adult of 170 cm; cm. */
export const BODY = {
  hipHalf: 9,
  hipToLumbar: 9,
  lumbarLink: 8,
  thoraxLink: 14,
  neck: 8.2,
  /** The neck leans forward of the spine; the head stays level. Degrees. */
  neckSlope: 11,
  thigh: 42,
  shank: 41,
  ankleHeight: 7,
  heelBack: 5.5,
  ball: 12.5,
  toe: 17.5,
  upperArm: 28,
  forearm: 24.4,
  /** Wrist to the middle of the palm, and palm surface off the middle of the hand. */
  palm: 8,
  palmDepth: 1.7,
  fingertips: 17,
  shoulderHalf: 16.4,
  shoulderDrop: 7.4,
  shoulderForward: 0.4,
} as const;

export type Side = "right" | "left";
export const SIDES: readonly Side[] = ["right", "left"];
/** 1 for the right, -1 for the left: the sign of everything that is mirrored. */
export const sign = (side: Side): 1 | -1 => (side === "right" ? 1 : -1);

/** Soft range (what a healthy adult reaches easily) and hard stop of a joint angle; degrees. */
export interface Range {
  readonly soft: readonly [number, number];
  readonly hard: readonly [number, number];
}

const range = (soft: [number, number], hard: [number, number]): Range => ({ soft, hard });

/**
 * Ranges by which poses are checked. Positive is flexion, to the person's right, away from the
 * midline, inward turn, toes up, palm back. General clinical values (AAOS normal ranges, rounded and
 * widened for trained adults); to be read by a clinician.
 */
export const RANGES = {
  "lumbar flexion": range([-35, 55], [-50, 65]),
  "lumbar side": range([-25, 25], [-30, 30]),
  "lumbar turn": range([-24, 24], [-27, 27]),
  "thoracic flexion": range([-25, 40], [-30, 50]),
  "thoracic side": range([-25, 25], [-30, 30]),
  "thoracic turn": range([-40, 40], [-45, 45]),
  "neck flexion": range([-60, 50], [-70, 60]),
  "neck side": range([-40, 40], [-45, 45]),
  "neck turn": range([-75, 75], [-85, 85]),
  "hip flexion": range([-28, 138], [-33, 144]),
  "hip abduction": range([-25, 45], [-35, 62]),
  "hip rotation": range([-45, 40], [-62, 52]),
  knee: range([-4, 160], [-6, 163]),
  ankle: range([-66, 30], [-74, 38]),
  "shoulder flexion": range([-50, 176], [-62, 186]),
  "shoulder abduction": range([-35, 172], [-50, 184]),
  "shoulder rotation": range([-92, 85], [-105, 100]),
  elbow: range([-4, 148], [-6, 157]),
  forearm: range([-94, 94], [-102, 102]),
  wrist: range([-78, 90], [-90, 98]),
  curl: range([0, 90], [0, 95]),
} as const;
export type JointName = keyof typeof RANGES;
