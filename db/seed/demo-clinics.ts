import { backPatients } from "./demo-people-back";
import { comingAndGoingPatients } from "./demo-people-comings";
import { edgePatients } from "./demo-people-edges";
import { jointPatients } from "./demo-people-joints";
import { lakesidePatients } from "./demo-people-lakeside";
import { schedulePatients } from "./demo-people-schedules";
import { steadyPatients } from "./demo-people-steady";
import type { DemoClinic, DemoStaff } from "./demo-shapes";

const daniel: DemoStaff = {
  key: "daniel",
  name: "Daniel Okafor",
  email: "daniel@northgate.example",
  role: "therapist",
};

/** Ids that never change: a start finds the clinics that an earlier one made. */
const northgate: DemoClinic = {
  id: "0197a000-0000-7000-8000-00000000d301",
  name: "Northgate Physio",
  phone: "020 7946 0100",
  address: "14 Northgate Row\nLondon N7 0QH",
  emergencyNumber: "999",
  paperSize: "A4",
  weekStart: 1,
  timeZone: "Europe/London",
  staff: [
    { key: "maya", name: "Maya Rao", email: "maya@northgate.example", role: "owner" },
    daniel,
    { key: "tom", name: "Tom Ferris", email: "tom@northgate.example", role: "front_desk" },
  ],
  hasOwnLibrary: true,
  patients: [
    ...backPatients,
    ...jointPatients,
    ...steadyPatients,
    ...schedulePatients,
    ...edgePatients,
    ...comingAndGoingPatients,
  ],
};

const lakeside: DemoClinic = {
  id: "0197a000-0000-7000-8000-00000000d302",
  name: "Lakeside Movement Clinic",
  phone: "(312) 555-0100",
  address: "220 Lake Shore Walk\nChicago, IL 60601",
  emergencyNumber: "911",
  paperSize: "Letter",
  weekStart: 7,
  timeZone: "America/Chicago",
  staff: [
    { key: "carla", name: "Carla Jensen", email: "carla@lakeside.example", role: "owner" },
    daniel,
  ],
  patients: lakesidePatients,
};

/** The demo clinics; Daniel Okafor works in both. */
export const DEMO_CLINICS: readonly DemoClinic[] = [northgate, lakeside];

export const DEMO_PASSWORD = "carryover-demo";

/** Whose phone a stranger may try, and the code that signs in beside the birth date. */
export const DEMO_PHONE = { clinic: northgate.id, patient: "elena", code: "NRTH-GATE" } as const;
