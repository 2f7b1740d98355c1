import { SIDES, type Side } from "../../dosage/dosage";
import { EQUIPMENT, KINDS, POSITIONS, REGIONS } from "../facets";
import { searchable } from "../search-text";
import type { MatchedField } from "./fields";

type Synonyms = Readonly<Record<string, string>>;

/** Parts of the body and muscles in both languages; a muscle stands for the joints that the library files it under. */
const REGION_SYNONYMS: Synonyms = {
  neck: "cervical|cervical spine|cuello|cervicales|columna cervical",
  shoulder:
    "shoulders|hombro|hombros|deltoid|deltoids|delts|chest|pectorals|pecs|pectoral|lats|latissimus|latissimus dorsi|rotator cuff|pecho|dorsales|dorsal ancho|manguito rotador|deltoides",
  "neck shoulder": "traps|trapezius|trapecio|trapecios|upper traps",
  "elbow-wrist-hand":
    "elbow|wrist|hand|elbows|wrists|hands|finger|fingers|forearm|forearms|biceps|triceps|arm|arms|upper arms|lower arms|elbow wrist and hand|codo|muneca|mano|antebrazo|antebrazos|brazo|brazos|dedos",
  "upper-back":
    "middle back|mid back|thoracic|thoracic spine|upper spine|rhomboids|dorsal|espalda alta|columna dorsal|columna toracica|romboides",
  "low-back":
    "lower back|lumbar|lumbar spine|low back|erector spinae|spinal erectors|lumbares|zona lumbar|espalda baja|columna lumbar",
  core: "abdominals|abs|abdomen|abdominal|obliques|waist|trunk|abdominales|oblicuos|tronco",
  hip: "hips|glutes|glute|gluteals|gluteus maximus|adductors|adductor|abductors|abductor|groin|hip flexors|pelvis|cadera|caderas|gluteos|gluteo|aductores|abductores|ingle",
  knee: "knees|quadriceps|quads|quad|thigh|thighs|upper legs|rodilla|rodillas|cuadriceps|muslo",
  "knee hip": "hamstrings|hamstring|isquiotibiales|isquiosurales",
  "ankle-foot":
    "ankle|foot|ankles|feet|calf|calves|gastrocnemius|soleus|lower legs|shin|ankle and foot|tobillo|tobillos|pie|pies|pantorrilla|pantorrillas|gemelos|soleo",
  "balance-gait": "balance|gait|walking|balance and gait|equilibrio|marcha",
  "whole-body":
    "full body|total body|cardiovascular system|cuerpo entero|cuerpo completo|todo el cuerpo",
  breathing: "respiratory|breath|respiracion|respiratorio",
};

const POSITION_SYNONYMS: Synonyms = {
  standing: "stand|upright|de pie|bipedestacion|parado",
  sitting: "seated|sit|sentado|sentada|sedestacion",
  supine:
    "lying on back|on your back|back lying|boca arriba|decubito supino|supino|tumbado boca arriba",
  prone: "lying on stomach|face down|on your stomach|boca abajo|decubito prono|prono",
  "side-lying": "lying on side|side|de lado|decubito lateral|tumbado de lado",
  quadruped:
    "all fours|hands and knees|on all fours|four point kneeling|cuadrupedia|a cuatro patas|a gatas",
  kneeling: "tall kneeling|kneel|de rodillas",
  "half-kneeling": "half kneel|media rodilla|caballero",
  hanging: "hang|colgado|suspension",
  inverted: "upside down|invertido",
};

const EQUIPMENT_SYNONYMS: Synonyms = {
  none: "body only|bodyweight|body weight|no equipment|nothing|ninguno|nada|sin material|sin equipo|peso corporal",
  mat: "exercise mat|yoga mat|colchoneta|esterilla",
  bed: "cama",
  chair: "silla",
  stool: "taburete",
  wall: "pared",
  doorway: "door|door frame|puerta|marco de la puerta",
  step: "stair|stairs|stepper box|escalon|peldano",
  pillow: "cushion|almohada|cojin",
  bolster: "rulo",
  towel: "toalla",
  strap: "belt|yoga strap|correa|cinturon|cinta",
  "resistance band":
    "band|bands|resistance bands|elastic band|theraband|thera band|loop band|banda|bandas|banda elastica|liga|ligas",
  dumbbell: "dumbbells|hand weight|hand weights|mancuerna|mancuernas",
  barbell:
    "barbells|e z curl bar|ez curl bar|ez bar|ez barbell|olympic barbell|trap bar|barra con discos|barra olimpica",
  kettlebell: "kettlebells|pesa rusa|pesas rusas",
  "cable machine": "cable|cables|pulley|cable pulley|polea|poleas",
  "gym machine": "machine|machines|leverage machine|smith machine|maquina|maquinas",
  "medicine ball": "medicine balls|med ball|balon medicinal",
  "exercise ball":
    "swiss ball|stability ball|gym ball|physio ball|fitball|pelota suiza|pelota de ejercicio|balon suizo",
  "small ball": "tennis ball|massage ball|lacrosse ball|pelota pequena|pelota de tenis",
  "foam roller": "foam roll|foam rollers|roller|rodillo|rodillo de espuma|foam",
  "pull-up bar": "pull up bar|chin up bar|barra de dominadas",
  "inversion table": "mesa de inversion",
  "walking stick": "stick|cane|wand|dowel|baston|palo",
  table: "counter|desk|mesa|encimera",
};

const KIND_SYNONYMS: Synonyms = {
  strengthening:
    "strength|resistance|powerlifting|olympic weightlifting|strongman|weight training|fuerza|fortalecimiento|potenciacion",
  "static stretch":
    "stretch|stretching|stretches|flexibility|estiramiento|estiramientos|flexibilidad",
  "dynamic mobility":
    "mobility|dynamic stretch|dynamic stretching|range of motion|rom|active range of motion|mobilisation|mobilization|movilidad|movilizacion",
  isometric: "isometrics|static hold|isometrico|isometricos",
  balance: "proprioception|equilibrio|propiocepcion",
  functional: "function|functional training|funcional",
  "passive positioning": "positioning|passive|posicionamiento|pasivo",
  PNF: "pnf stretch|contract relax|fnp",
  breathing: "respiratory|breathing exercise|respiracion|respiratorio",
  device: "aparato",
  "self-test": "test|assessment|prueba|autotest",
};

const SIDE_SYNONYMS: Synonyms = {
  none: "no side|na|n a|bilateral|ninguno|sin lado",
  left: "l|left side|izquierda|izquierdo|izq",
  right: "r|right side|derecha|derecho|der",
  both: "both sides|both together|ambos|ambas|los dos|las dos",
  each: "each side|per side|unilateral|one side|single|cada lado|por lado",
  alternating: "alternate|alternate sides|alternando|alterno|alternado",
};

/** Own ids first, then synonyms; several ids stand in one key between spaces. */
function dictionary(ids: readonly string[], synonyms: Synonyms): Map<string, readonly string[]> {
  const known = new Map(ids.map((id) => [searchable(id), [id] as readonly string[]]));
  const split = (key: string) => (ids.includes(key) ? [key] : key.split(" "));
  for (const [key, words] of Object.entries(synonyms))
    for (const word of words.split("|")) if (!known.has(word)) known.set(word, split(key));
  return known;
}

const EQUIPMENT_WORDS = dictionary(EQUIPMENT, EQUIPMENT_SYNONYMS);
const DICTIONARIES: Readonly<Record<MatchedField, Map<string, readonly string[]>>> = {
  regions: dictionary(REGIONS, REGION_SYNONYMS),
  positions: dictionary(POSITIONS, POSITION_SYNONYMS),
  equipment: EQUIPMENT_WORDS,
  optional_equipment: EQUIPMENT_WORDS,
  kind: dictionary(KINDS, KIND_SYNONYMS),
  side: dictionary(SIDES, SIDE_SYNONYMS),
};

/** One word of the file and what it is here; null: nothing, and it is left out. */
export interface MatchedValue {
  readonly given: string;
  readonly ids: readonly string[] | null;
}

/** A comma, a slash, "and" and "y" part two values, but only where the whole is none: "ankle and foot" is one. */
const BETWEEN = /\s*(?:,|\/|&|\+|\band\b|\by\b)\s*/iu;

/** What the file's value is in the words of the library, piece by piece. Nothing is guessed from likeness. */
export function matchValue(field: MatchedField, given: string): MatchedValue[] {
  const words = DICTIONARIES[field];
  const idsOf = (text: string) => words.get(searchable(text)) ?? null;
  const whole = idsOf(given);
  if (whole) return [{ given, ids: whole }];
  const parts = given.split(BETWEEN).filter(Boolean);
  if (parts.length < 2) return [{ given, ids: null }];
  return parts.map((part) => ({ given: part, ids: idsOf(part) }));
}

/** True for one of the sides that a dosage knows. */
export const isSide = (id: string): id is Side => (SIDES as readonly string[]).includes(id);
