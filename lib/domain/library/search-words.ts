import type { EQUIPMENT, REGIONS } from "./facets";

type Region = (typeof REGIONS)[number];
type Equipment = (typeof EQUIPMENT)[number];

/** Words for a region in both languages, as `searchable` writes them. */
const REGION_WORDS: Readonly<Record<Region, string>> = {
  neck: "neck cervical cuello",
  shoulder: "shoulder hombro",
  "elbow-wrist-hand": "elbow wrist hand forearm codo muneca mano antebrazo",
  "upper-back": "upper thoracic dorsal toracica",
  "low-back": "low lower lumbar cintura",
  core: "core abdominal abdomen trunk tronco",
  hip: "hip cadera",
  knee: "knee rodilla",
  "ankle-foot": "ankle foot tobillo pie",
  "balance-gait": "balance gait equilibrio marcha",
  "whole-body": "whole cuerpo",
  breathing: "breathing respiracion",
};

/** Words for a piece of equipment in both languages. */
const EQUIPMENT_WORDS: Readonly<Record<Equipment, string>> = {
  none: "",
  mat: "mat colchoneta tapete",
  bed: "bed cama",
  chair: "chair silla",
  stool: "stool banco taburete",
  wall: "wall pared",
  doorway: "doorway door puerta",
  step: "step stair escalon grada",
  pillow: "pillow almohada",
  bolster: "bolster rodillo cojin",
  towel: "towel toalla",
  strap: "strap belt correa cinturon",
  "resistance band": "resistance band theraband banda liga",
  dumbbell: "dumbbell weight pesa mancuerna",
  barbell: "barbell weight pesa barra",
  kettlebell: "kettlebell weight pesa rusa",
  "medicine ball": "medicine ball balon medicinal",
  "cable machine": "cable pulley machine polea maquina",
  "gym machine": "gym machine maquina gimnasio",
  "exercise ball": "ball pelota balon",
  "small ball": "ball pelota",
  "foam roller": "foam roller rodillo",
  "pull-up bar": "bar barra",
  "inversion table": "inversion",
  "walking stick": "stick cane wand baston palo",
  table: "table counter mesa",
};

/** Words that say nothing of an exercise. */
export const SMALL_WORDS: readonly string[] =
  "a al an and at con de del el en for in la las los of on or para por the to with y".split(" ");

const wordsOf = (names: Readonly<Record<string, string>>, ids: readonly string[]) =>
  ids.flatMap((id) => (names[id] ?? "").split(" ")).filter(Boolean);

/** Words in both languages for what an exercise is about and done with. */
export function factWords({
  regions,
  equipment,
}: {
  readonly regions: readonly string[];
  readonly equipment: readonly string[];
}): string[] {
  return [...wordsOf(REGION_WORDS, regions), ...wordsOf(EQUIPMENT_WORDS, equipment)];
}
