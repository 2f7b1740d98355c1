import { csvOf } from "../../../../domain/library/import/report";

const HEADER =
  "name|name_es|other names|set-up|steps|steps_es|cautions|region|position|equipment|kind|side|sets|reps|hold|rest|times per day";

const ROWS = [
  [
    "Towel calf stretch",
    "Estiramiento de gemelos con toalla",
    "calf towel pull; sitting calf stretch",
    "Sit with your leg straight and a towel around your foot.",
    "Pull the towel towards you.\nHold.\nLet go slowly.",
    "Tire de la toalla hacia usted.\nMantenga.\nSuelte despacio.",
    "Stop when your foot tingles.",
    "ankle and foot",
    "sitting",
    "towel",
    "static stretch",
    "each side",
    "1",
    "3",
    "30 s",
    "10 s",
    "2",
  ],
  [
    "Chair stand",
    "Levantarse de la silla",
    "sit to stand",
    "Sit at the front of a chair.",
    "Lean forward.\nStand up without your hands.\nSit down slowly.",
    "Inclínese hacia delante.\nLevántese sin las manos.\nSiéntese despacio.",
    "",
    "hip; knee",
    "sitting; standing",
    "chair",
    "functional",
    "",
    "2",
    "10",
    "",
    "1 min",
    "1",
  ],
];

/** A small file that can be filled in and imported as it is. */
export const EXAMPLE_CSV = csvOf([HEADER.split("|"), ...ROWS]);
