import type { View } from "./camera";
import type { PoseSource, PropSource } from "./source";
import { type Axes, ROOM, turnZ } from "./vector";

/** A complete, correct start position from which authors write only differences. */
export interface Base {
  readonly orient: Axes;
  readonly camera: View;
  readonly props: readonly PropSource[];
  readonly pose: PoseSource;
}

/** Faces right. */
const UPRIGHT = ROOM;
/** On the back, head on the left. */
const SUPINE = turnZ(90);
/** On the front, head on the right. */
const PRONE = turnZ(-90);
/** On the left side, head on the right, front to the viewer. */
const SIDE_LYING: Axes = { x: [0, 0, 1], y: [1, 0, 0], z: [0, 1, 0] };

const FLOOR: readonly PropSource[] = [{ kind: "floor" }];
const MAT: readonly PropSource[] = [{ kind: "mat" }];

const ARMS_DOWN: PoseSource["arms"] = {
  both: { shoulder: [-2, 7, 6], elbow: 12, forearm: 12, wrist: 0, curl: 24 },
};
const SPINE_UP: PoseSource["spine"] = {
  lumbar: [-7, 0, 0],
  thoracic: [9, 0, 0],
  neck: [-2, 0, 0],
};

const standing: PoseSource = {
  spine: SPINE_UP,
  legs: { both: { hip: [1, 3, -6], knee: 2, ankle: 1 } },
  arms: ARMS_DOWN,
  anchor: { point: "right ankle", at: [0, null, null] },
  rest: { parts: ["right foot", "left foot"] },
  touch: ["right foot floor", "left foot floor"],
};

const lyingArms: PoseSource["arms"] = {
  right: { at: [12.5, 0, 27], fingers: "right", palm: "down", bend: "near+0.25*down" },
  left: { at: [12.5, 0, -27], fingers: "right", palm: "down", bend: "far+0.25*down" },
};
const supine: PoseSource = {
  spine: { lumbar: [-5, 0, 0], thoracic: [0, 0, 0], neck: [-12, 0, 0], head: [12, 0, 0] },
  legs: { both: { hip: [3, 4, -8], knee: 4, ankle: -24 } },
  arms: lyingArms,
  rest: { parts: ["chest", "pelvis"] },
  anchor: { point: "pelvis", at: [0, null, 0] },
  touch: ["chest floor", "pelvis floor", "head floor"],
};

const kneeling: PoseSource = {
  spine: SPINE_UP,
  legs: {
    both: { thigh: "down", shin: "left", ankle: -64 },
  },
  arms: ARMS_DOWN,
  anchor: { point: "right knee", at: [0, 5.6, null] },
  touch: ["right shin floor", "left shin floor"],
};

const sitting: PoseSource = {
  spine: { lumbar: [-2, 0, 0], thoracic: [8, 0, 0], neck: [-2, 0, 0] },
  legs: { both: { thigh: "right+0.14*out+0.12*down", shin: "down", toes: "right+0.12*out" } },
  arms: {
    both: {
      at: { on: "right thigh", along: 0.62, face: "front" },
      bend: "back+0.5*out",
      curl: 8,
    },
    left: { at: { on: "left thigh", along: 0.62, face: "front" }, bend: "back+0.5*out", curl: 8 },
  },
  anchor: { point: "pelvis", at: [-2, null, 0] },
  rest: { parts: ["right foot", "left foot"] },
  touch: ["pelvis chair", "right foot floor", "left foot floor"],
};

const BASE_LIST = {
  standing: { orient: UPRIGHT, camera: "side", props: FLOOR, pose: standing },
  "wall-standing": {
    orient: UPRIGHT,
    camera: "side",
    props: [{ kind: "wall", at: [0, 0, 0] }, { kind: "floor" }],
    pose: {
      ...standing,
      legs: {
        both: { at: [30, 0, 0], toes: "right", bend: "front" },
        right: { at: [30, 0, 10] },
        left: { at: [30, 0, -10] },
      },
      anchor: { point: "pelvis", at: [11, 86, 0] },
      rest: null,
      touch: ["pelvis wall", "chest wall", "right foot floor", "left foot floor"],
    },
  },
  supine: { orient: SUPINE, camera: "side", props: MAT, pose: supine },
  "hook-lying": {
    orient: SUPINE,
    camera: "side",
    props: MAT,
    pose: {
      ...supine,
      legs: {
        right: { at: [44, 0, 10], toes: "right", bend: "up" },
        left: { at: [44, 0, -10], toes: "right", bend: "up" },
      },
      touch: ["chest floor", "pelvis floor", "head floor", "right foot floor", "left foot floor"],
    },
  },
  prone: {
    orient: PRONE,
    camera: "side",
    props: MAT,
    pose: {
      spine: { lumbar: [-3, 0, 0], thoracic: [4, 0, 0], neck: [6, 0, 0], head: [6, 0, 0] },
      legs: { both: { hip: [0, 5, -4], knee: 3, ankle: -62 } },
      arms: { both: { shoulder: [2, 18, 20], elbow: 8, forearm: 30, curl: 12 } },
      fit: [{ vary: { "spine.neck.0": [-30, 20] }, until: [{ part: "head", rests: 0 }] }],
      anchor: { point: "pelvis", at: [0, null, 0] },
      rest: { parts: ["chest", "pelvis"] },
      touch: ["chest floor", "pelvis floor"],
    },
  },
  "side-lying": {
    orient: SIDE_LYING,
    camera: "side-lying",
    props: MAT,
    pose: {
      spine: { lumbar: [0, 0, 0], thoracic: [4, 0, 0], neck: [2, -12, 0] },
      legs: {
        right: { hip: [42, -6, 0], knee: 62, ankle: -10 },
        left: { hip: [42, 1, 0], knee: 62, ankle: -10 },
      },
      arms: {
        right: {
          at: { point: "right hip", offset: [4, 6, 6] },
          bend: "up+back",
          fingers: "down+front",
          palm: "down",
        },
        left: {
          at: [108.4, 4, 16],
          fingers: "right+0.2*near",
          palm: "up+near",
          bend: "near+0.2*up",
        },
      },
      anchor: { point: "pelvis", at: [0, null, 0] },
      rest: { parts: ["pelvis", "chest"] },
      touch: ["pelvis floor", "left thigh floor", "left hand floor"],
    },
  },
  quadruped: {
    orient: PRONE,
    camera: "side",
    props: MAT,
    pose: {
      pelvis: { tilt: -6 },
      spine: { lumbar: [-6, 0, 0], thoracic: [8, 0, 0], neck: [-14, 0, 0] },
      fit: [{ vary: { "pelvis.tilt": [-24, 12] }, until: [{ joint: "right elbow", is: 7 }] }],
      legs: { both: { thigh: "down", shin: "left", ankle: -64 } },
      arms: {
        right: { at: [47, 0, 17], fingers: "right", palm: "down", bend: "feet" },
        left: { at: [47, 0, -17], fingers: "right", palm: "down", bend: "feet" },
      },
      anchor: { point: "right knee", at: [0, 5.6, 9] },
      touch: ["right shin floor", "left shin floor", "right hand floor", "left hand floor"],
    },
  },
  "tall-kneeling": { orient: UPRIGHT, camera: "side", props: MAT, pose: kneeling },
  "half-kneeling": {
    orient: UPRIGHT,
    camera: "side",
    props: MAT,
    pose: {
      ...kneeling,
      legs: {
        right: { thigh: "down", shin: "left", ankle: -64 },
        left: { at: [42, 0, -10], toes: "right", bend: "right+up" },
      },
      arms: {
        both: {
          at: { point: "right hip", offset: [5, 7, 8] },
          bend: "back+out",
          fingers: "down+front",
          palm: "in",
        },
        left: {
          at: { point: "left hip", offset: [5, 7, 8] },
          bend: "back+out",
          fingers: "down+front",
          palm: "in",
        },
      },
      touch: ["right shin floor", "left foot floor"],
    },
  },
  sitting: {
    orient: UPRIGHT,
    camera: "side",
    props: [{ kind: "floor" }, { kind: "chair", at: [0, 0, 0] }],
    pose: sitting,
  },
  "long-sitting": {
    orient: UPRIGHT,
    camera: "side",
    props: MAT,
    pose: {
      spine: { lumbar: [6, 0, 0], thoracic: [10, 0, 0], neck: [-4, 0, 0] },
      legs: {
        both: {
          thigh: "right+0.06*out+0.03*down",
          shin: "right+0.06*out+0.08*down",
          front: "up",
          ankle: -2,
        },
      },
      arms: {
        right: { at: { on: "right thigh", along: 0.8, face: "front" }, bend: "back+out" },
        left: { at: { on: "left thigh", along: 0.8, face: "front" }, bend: "back+out" },
      },
      anchor: { point: "pelvis", at: [0, null, 0] },
      rest: { parts: ["pelvis"] },
      touch: ["pelvis floor", "right shin floor", "left shin floor"],
    },
  },
  "cross-legged": {
    orient: UPRIGHT,
    camera: { azimuth: 62, elevation: 12 },
    props: MAT,
    pose: {
      spine: { lumbar: [4, 0, 0], thoracic: [8, 0, 0], neck: [-4, 0, 0] },
      legs: {
        right: { hip: [110, 25, -56], knee: 112, ankle: 14 },
        left: { hip: [109, 25, -56], knee: 106, ankle: 14 },
      },
      arms: {
        right: { at: { on: "right thigh", along: 0.9, face: "front" }, bend: "back+0.3*out" },
        left: { at: { on: "left thigh", along: 0.9, face: "front" }, bend: "back+0.3*out" },
      },
      anchor: { point: "pelvis", at: [0, null, 0] },
      rest: { parts: ["pelvis"] },
      touch: ["pelvis floor"],
    },
  },
  "childs-pose": {
    orient: PRONE,
    camera: "side",
    props: MAT,
    pose: {
      pelvis: { tilt: -6 },
      spine: { lumbar: [30, 0, 0], thoracic: [18, 0, 0], neck: [-14, 0, 0] },
      legs: {
        both: { thigh: "right+0.42*down+0.12*out", shin: "left", front: "down", ankle: -66 },
      },
      arms: {
        right: { at: [64, 0, 20], fingers: "right", palm: "down", bend: "near+down" },
        left: { at: [64, 0, -20], fingers: "right", palm: "down", bend: "far+down" },
      },
      anchor: { point: "right knee", at: [0, 5.6, 12] },
      fit: [{ vary: { "pelvis.tilt": [-30, 30] }, until: [{ part: "head", rests: 0 }] }],
      touch: [
        "right shin floor",
        "left shin floor",
        "right hand floor",
        "left hand floor",
        "head floor",
      ],
    },
  },
  plank: {
    orient: PRONE,
    camera: "side",
    props: MAT,
    pose: {
      pelvis: { tilt: -17 },
      spine: { lumbar: [-3, 0, 0], thoracic: [4, 0, 0], neck: [-6, 0, 0] },
      fit: [{ vary: { "pelvis.tilt": [-22, -12] }, until: [{ joint: "right elbow", is: 6 }] }],
      legs: { both: { hip: [0, 2, 0], knee: 2, ankle: 8 } },
      arms: {
        right: { at: [52, 0, 18], fingers: "right", palm: "down", bend: "feet" },
        left: { at: [52, 0, -18], fingers: "right", palm: "down", bend: "feet" },
      },
      anchor: { point: "right ball", at: [-88, 0, null] },
      touch: ["right foot floor", "left foot floor", "right hand floor", "left hand floor"],
    },
  },
  "forearm-plank": {
    orient: PRONE,
    camera: "side",
    props: MAT,
    pose: {
      pelvis: { tilt: 0 },
      spine: { lumbar: [-3, 0, 0], thoracic: [4, 0, 0], neck: [-8, 0, 0] },
      legs: { both: { hip: [0, 2, 0], knee: 2, ankle: 8 } },
      arms: { both: { upper: "down", fore: "right", palm: "down", fingers: "right", curl: 4 } },
      anchor: { point: "right ball", at: [-88, 0, null] },
      fit: [{ vary: { "pelvis.tilt": [-20, 10] }, until: [{ part: "right forearm", rests: 0 }] }],
      touch: ["right foot floor", "left foot floor", "right forearm floor", "left forearm floor"],
    },
  },
  hanging: {
    orient: UPRIGHT,
    camera: "front quarter",
    props: [{ kind: "bar", at: [0, 0, 0] }, { kind: "floor" }],
    pose: {
      spine: { lumbar: [-6, 0, 0], thoracic: [6, 0, 0], neck: [-2, 0, 0] },
      legs: { both: { hip: [4, 2, -4], knee: 8, ankle: -28 } },
      arms: {
        right: {
          at: { prop: "bar", spot: "right" },
          part: "fist",
          fingers: "up",
          palm: "right",
          curl: 78,
          bend: "near",
        },
        left: {
          at: { prop: "bar", spot: "left" },
          part: "fist",
          fingers: "up",
          palm: "right",
          curl: 78,
          bend: "far",
        },
      },
      place: [-3, 110, 0],
      fit: [{ vary: { "place.1": [96, 124] }, until: [{ joint: "right elbow", is: 4 }] }],
      touch: [],
    },
  },
} satisfies Record<string, Base>;

export const BASES: Readonly<Record<string, Base>> = BASE_LIST;
