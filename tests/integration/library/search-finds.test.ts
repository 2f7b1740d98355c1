import { beforeAll, expect, test } from "vitest";
import { searchExercises } from "@/lib/features/library/search-queries";
import { makeClinic, makeStaff, type TestStaff } from "@/tests/support/fixtures";

let desk: TestStaff;

beforeAll(async () => {
  desk = await makeStaff(await makeClinic(), "front_desk");
});

const found = async (text: string, limit = 1) => {
  const { items } = await searchExercises(desk.access("view-library"), { text, limit });
  return items;
};

test.each([
  ["rodila al pecho", "single-knee-to-chest"],
  ["rodilla al pecho", "single-knee-to-chest"],
  ["glut bridge", "bridge"],
  ["bridge", "bridge"],
  ["bridg", "bridge"],
  ["puente", "bridge"],
  ["SLR", "straight-leg-raise"],
  ["knee to chest", "single-knee-to-chest"],
  ["knee chest", "single-knee-to-chest"],
  ["double knee chest", "double-knee-to-chest"],
  ["clam", "clamshell"],
  ["clamshel", "clamshell"],
  ["almeja", "clamshell"],
  ["chin tuck", "chin-tuck-sitting"],
  ["calf stretch", "calf-stretch-wall"],
  ["soleus stretch", "soleus-stretch-wall"],
  ["sentadilla en la pared", "wall-slide"],
  ["bird dog", "bird-dog"],
  ["brid dog", "bird-dog"],
  ["pendulum", "shoulder-pendulum"],
  ["sit to stand", "sit-to-stand"],
  ["sts", "sit-to-stand"],
  ["levantarse de la silla", "sit-to-stand"],
  ["heel slide", "heel-slide"],
  ["quad set", "quad-set"],
  ["TKE", "terminal-knee-extension-band"],
  ["tandem stance", "tandem-stance"],
  ["tandem walk", "tandem-walk"],
  ["dead bug", "dead-bug"],
  ["deadbug", "dead-bug"],
  ["open book", "open-book"],
  ["wall angel", "wall-angel"],
  ["wall angle", "wall-angel"],
  ["band row", "band-row"],
  ["remo con liga", "band-row"],
  ["rotacion externa con liga", "band-shoulder-external-rotation"],
  ["equilibrio a una pierna", "single-leg-stance"],
  ["single leg stance", "single-leg-stance"],
  ["cat cow", "cat-cow"],
  ["gato vaca", "cat-cow"],
  ["plank", "front-plank-forearms"],
  ["plancha", "front-plank-forearms"],
  ["wall sit", "wall-sit"],
  ["step up", "step-up"],
  ["towel scrunch", "towel-scrunch"],
  ["sleeper", "sleeper-stretch"],
  ["upper trap", "upper-trapezius-stretch"],
  ["pec stretch", "doorway-pectoral-stretch"],
  ["ankle pump", "ankle-pumps"],
  ["fire hydrant", "fire-hydrant"],
  ["child pose", "childs-pose"],
  ["belly breathing", "diaphragmatic-breathing"],
  ["monster walk", "band-side-steps"],
  ["ROMBERG", "feet-together-stance"],
  ["knee band", "terminal-knee-extension-band"],
])("%s finds first what is meant", async (text, slug) => {
  const items = await found(text, 5);
  expect(items[0]?.slug, items.map((item) => item.slug).join(", ")).toBe(slug);
});

test.each([
  ["hamsting", /hamstring stretch/i],
  ["hamstring stretch", /hamstring stretch/i],
  ["isquiotibiales", /hamstring/i],
  ["rotador externo", /external rotation|outward rotation/i],
])("%s finds first one of its kind", async (text, name) => {
  expect((await found(text))[0]?.name).toMatch(name);
});

test.each([
  ["knee chair", "knee", "chair"],
  ["rodilla silla", "knee", "chair"],
  ["hombro banda", "shoulder", "resistance band"],
])("%s finds a region with its equipment", async (text, region, equipment) => {
  const items = await found(text, 200);
  const both = items.filter((e) => e.regions.includes(region) && e.equipment.includes(equipment));
  expect(both.length).toBeGreaterThan(2);
});
