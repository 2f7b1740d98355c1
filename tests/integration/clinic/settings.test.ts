import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { NotFound, Refused } from "@/lib/errors/app-error";
import { clinicLogo, clinicSettings } from "@/lib/features/clinic/queries";
import { updateClinic } from "@/lib/features/clinic/update-clinic";
import { updateLogo } from "@/lib/features/clinic/update-logo";
import { auditTrail } from "@/tests/support/audit-trail";
import {
  makeClinic,
  makePatient,
  makeStaff,
  type TestClinic,
  type TestStaff,
} from "@/tests/support/fixtures";
import { apngOf, hugePng, pngWith } from "@/tests/support/png";

const NOW = new Date();
let clinic: TestClinic;
let owner: TestStaff;
const FORM = {
  name: "Riverside Physiotherapy",
  phone: "+34 600 111 222",
  address: "Calle Mayor 1\nMadrid",
  emergencyNumber: "112",
  paperSize: "Letter",
  weekStart: "7",
  timeZone: "America/New_York",
  greenMax: "2",
  amberMax: "4",
  settledMax: "1",
  greenText: "",
  amberText: "Halve the repetitions.",
  redText: "",
  silentDays: "5",
  painRisePoints: "3",
  highPain: "7",
  burdenLimit: "6",
};

beforeAll(async () => {
  clinic = await makeClinic();
  owner = await makeStaff(clinic, "owner");
});

const save = (changes: object = {}) =>
  updateClinic(owner.access("manage-clinic"), { ...FORM, ...changes }, NOW);
const settings = () => clinicSettings(owner.access("manage-clinic"));

test("settings are saved, and the names of changed fields are audited", async () => {
  await save();
  expect(await settings()).toMatchObject({
    phone: "+34 600 111 222",
    address: "Calle Mayor 1\nMadrid",
    paperSize: "Letter",
    weekStart: 7,
    timeZone: "America/New_York",
    greenMax: 2,
    amberMax: 4,
    greenText: null,
    amberText: "Halve the repetitions.",
    silentDays: 5,
    burdenLimit: 6,
  });
  const [row] = await auditTrail(clinic.clinicId, "clinic.update");
  expect(row?.fields).toContain("paperSize");
  expect(row?.fields).not.toContain("name");
  const rows = (await auditTrail(clinic.clinicId, "clinic.update")).length;
  await save();
  expect(await auditTrail(clinic.clinicId, "clinic.update")).toHaveLength(rows);
});

test("another clinic's settings are neither seen nor touched", async () => {
  const other = await makeClinic({ name: "Lakeside Rehab" });
  const neighbour = await makeStaff(other, "owner");
  await updateClinic(
    neighbour.access("manage-clinic"),
    { ...FORM, name: "Lakeside", id: clinic.clinicId, clinicId: clinic.clinicId },
    NOW,
  );
  expect((await settings()).name).toBe(FORM.name);
  expect((await clinicSettings(neighbour.access("manage-clinic"))).name).toBe("Lakeside");
});

test("therapists and front desk may not", async () => {
  for (const role of ["therapist", "front_desk"] as const) {
    const staff = await makeStaff(clinic, role);
    expect(() => staff.access("manage-clinic")).toThrow(Refused);
  }
});

test.each([
  ["name", " "],
  ["name", "x".repeat(121)],
  ["phone", "<script>"],
  ["phone", "1".repeat(41)],
  ["address", "x".repeat(2_000_000)],
  ["emergencyNumber", ""],
  ["paperSize", "A3"],
  ["weekStart", "0"],
  ["weekStart", "8"],
  ["timeZone", "Mars/Olympus"],
  ["greenMax", "-1"],
  ["greenMax", ""],
  ["greenMax", "3.5"],
  ["greenMax", "1e1"],
  ["amberMax", "10"],
  ["amberMax", "2"],
  ["settledMax", "4"],
  ["greenText", "x".repeat(501)],
  ["silentDays", "0"],
  ["silentDays", "61"],
  ["highPain", "13"],
  ["burdenLimit", "10000"],
])("%s cannot be %s", async (field, value) => {
  const before = await settings();
  await expect(save({ [field]: value })).rejects.toMatchObject({
    fieldErrors: { [field]: expect.any(String) },
  });
  expect(await settings()).toEqual(before);
});

test("a logo is kept, shown to staff and patients of the clinic only, and removed", async () => {
  const bytes = pngWith("logo");
  await updateLogo(owner.access("manage-clinic"), bytes, NOW);
  const elena = await makePatient(clinic);
  const shown = await clinicLogo(elena.self);
  expect(shown.mime).toBe("image/png");
  expect(await sharp(shown.bytes).metadata()).toMatchObject({ width: 16, height: 16 });
  const stranger = await makeStaff(await makeClinic());
  await expect(clinicLogo(stranger.access("use-account"))).rejects.toThrow(NotFound);
  const [row] = await auditTrail(clinic.clinicId, "clinic.update");
  expect(row?.fields).toEqual(["logo"]);
  await updateLogo(owner.access("manage-clinic"), null, NOW);
  await expect(clinicLogo(elena.self)).rejects.toThrow(NotFound);
});

test.each([
  ["empty", Buffer.alloc(0), "Choose a file."],
  ["an SVG with a script", Buffer.from("<svg onload='alert(1)'/>"), "Use a PNG or JPEG file."],
  ["a PNG without a header", pngWith("logo").subarray(0, 12), "damaged"],
  ["a PNG that ends early", pngWith("logo").subarray(0, -20), "damaged"],
  ["moving", apngOf(3), "Moving pictures"],
  ["of too many pixels", hugePng(), "more than 16 megapixels"],
  ["of 30 MB", Buffer.concat([pngWith("logo"), Buffer.alloc(30_000_000)]), "larger than 500 kB"],
])(
  "a logo that is %s is refused at its field, and the one of before stays",
  async (_, bytes, says) => {
    const access = owner.access("manage-clinic");
    await updateLogo(access, pngWith("before"), NOW);
    const before = await clinicLogo(access);
    const trail = (await auditTrail(clinic.clinicId, "clinic.update")).length;
    await expect(updateLogo(access, bytes, NOW)).rejects.toMatchObject({
      name: "Invalid",
      fieldErrors: { logo: expect.stringContaining(says) },
    });
    expect(await clinicLogo(access)).toEqual(before);
    expect(await auditTrail(clinic.clinicId, "clinic.update")).toHaveLength(trail);
  },
);
