import type { StaffRole } from "../../db/schema/people";

/** What staff may do, by role. Default deny; the same table drives servers and buttons. */
const POLICY = {
  "view-caseload": ["owner", "therapist", "front_desk"],
  "view-record": ["owner", "therapist"],
  "view-contact": ["owner", "therapist", "front_desk"],
  "edit-patient": ["owner", "therapist", "front_desk"],
  "edit-record": ["owner", "therapist"],
  "invite-patient": ["owner", "therapist", "front_desk"],
  // Names of prescribed exercises, days, and what oneself typed; nothing else of the record.
  "enter-diary": ["owner", "therapist", "front_desk"],
  prescribe: ["owner", "therapist"],
  "view-library": ["owner", "therapist", "front_desk"],
  "edit-library": ["owner", "therapist"],
  "manage-staff": ["owner"],
  "manage-clinic": ["owner"],
  "view-audit": ["owner"],
  "use-account": ["owner", "therapist", "front_desk"],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Action = keyof typeof POLICY;

/** Every action, for tests that walk the whole matrix. */
export const ACTIONS = Object.keys(POLICY) as Action[];

/** True when the role may do the action. */
export function may(role: StaffRole, action: Action): boolean {
  return (POLICY[action] as readonly StaffRole[]).includes(role);
}
