import { searchable } from "../search-text";
import { IMPORT_FIELDS, type ImportField, isList, type Mapping } from "./fields";

/** Headers by which a column is known, in both languages, as `searchable` writes them. */
const HEADERS: Readonly<Partial<Record<ImportField, string>>> = {
  name: "name|exercise|exercise name|title|name en|english name|name english",
  aliases: "aliases|alias|also called|other names|synonyms|aliases en|alternative names",
  setup: "setup|set up|starting position|start position|preparation|setup en",
  steps: "steps|instructions|movement|how to|execution|procedure|directions|steps en|instruction",
  feel: "feel|what to feel|sensation|feel en",
  cautions: "cautions|caution|precautions|warnings|warning|safety|cautions en",
  faults: "faults|common faults|mistakes|common mistakes|errors|common errors|faults en",
  alt: "alt|alt text|image description|picture in words|alt en",
  name_es: "name es|spanish name|name spanish|nombre|ejercicio|nombre del ejercicio|titulo",
  aliases_es: "aliases es|otros nombres|sinonimos|tambien llamado|nombres alternativos",
  setup_es: "setup es|posicion inicial|posicion de inicio|preparacion|colocacion",
  steps_es: "steps es|pasos|instrucciones|movimiento|ejecucion|como se hace|procedimiento",
  feel_es: "feel es|que se siente|que debe sentir|sensacion",
  cautions_es: "cautions es|precauciones|advertencias|cuidados|seguridad",
  faults_es: "faults es|errores|errores comunes|errores frecuentes|fallos|fallos comunes",
  alt_es: "alt es|texto alternativo|descripcion de la imagen",
  regions:
    "regions|region|body region|body part|bodypart|body parts|joint|joints|primary muscles|primary muscle|muscle|muscles|muscle group|muscle groups|target|target muscle|region corporal|regiones|zona|zona corporal|parte del cuerpo|musculo|musculos|articulacion|articulaciones|grupo muscular",
  positions: "positions|position|body position|posture|posicion|posiciones|postura",
  equipment: "equipment|equipments|props|needs|tools|material|materiales|equipo|equipamiento",
  optional_equipment: "optional equipment|helps|material opcional|equipo opcional",
  kind: "kind|type|category|exercise type|tipo|categoria|tipo de ejercicio|clase",
  side: "side|sides|laterality|lado|lados|lateralidad",
  sets: "sets|set count|series",
  reps: "reps|repetitions|repeats|repeticiones",
  hold: "hold|hold seconds|hold s|hold time|holds|mantener|mantener segundos|sostener",
  duration: "duration|duration seconds|duration s|time|seconds|duracion|tiempo|segundos",
  rest: "rest|rest seconds|rest s|rest time|descanso|pausa",
  times_per_day: "times per day|times a day|per day|veces al dia|veces por dia",
  days_per_week: "days per week|days a week|per week|dias por semana|dias a la semana",
  source: "source|reference|origin|credit|author|fuente|referencia|autor",
  licence: "licence|license|rights|licencia|derechos",
};

const BY_HEADER = new Map(
  IMPORT_FIELDS.flatMap((field) =>
    (HEADERS[field] ?? "").split("|").map((header) => [header, field] as const),
  ),
);

/** "primaryMuscles" and "primary_muscles" are written alike. */
const headerOf = (column: string) => searchable(column.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));

/**
 * Which field each column probably is, by its header in English or Spanish. A field that takes one column
 * takes the first. What is not known is left out: a guess would have to be found and undone.
 */
export function guessMapping(columns: readonly string[]): Mapping {
  const taken = new Set<ImportField>();
  return columns.map((column) => {
    const field = BY_HEADER.get(headerOf(column)) ?? null;
    if (field === null || (taken.has(field) && !isList(field))) return null;
    taken.add(field);
    return field;
  });
}
