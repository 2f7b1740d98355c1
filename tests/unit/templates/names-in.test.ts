import { expect, it } from "vitest";
import { namesIn } from "@/lib/domain/patient/names-in";

it.each([
  ["Knee plan for Elena", "Elena Marsh", ["Elena"]],
  ["MARSH, knee", "Elena Marsh", ["Marsh"]],
  ["Plan de Sofia", "Sofía de la Cruz", ["Sofía"]],
  ["Marshland walk", "Elena Marsh", []],
  ["Para los dos lados", "Ana de los Ríos", []],
  ["Do it slowly", "Li Do", []],
  ["", "Elena Marsh", []],
  ["Elena", "", []],
  ["عظم الركبة", "عظم Marsh", ["عظم"]],
])("in %j of %j: %j", (text, name, found) => {
  expect(namesIn(text, name)).toEqual(found);
});
