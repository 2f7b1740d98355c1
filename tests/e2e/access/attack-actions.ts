import { type House, makeHouse } from "../../support/house";
import { callAction, postForm, type ServerAction, serverActions, succeeded } from "./actions";
import { argumentsFor, formFor } from "./arguments";
import { type Attacker, cookieOf, shownOnPage } from "./attackers";
import { faults, given } from "./faults";
import { prepare } from "./prepare";
import { origin } from "./send";

/** Stands in every text that attackers type, to be looked for in the log. */
export const TYPED = "zqtypedbyattackers";

/** The front desk may do these: contact data, visits, ways in, paper diaries, the own account and session. */
const DESK_MAY = [
  "createPatientAction",
  "updatePatientAction",
  "addVisitAction",
  "removeVisitAction",
  "createSignInLinkAction",
  "revokeLinkAction",
  "revokePatientSessionAction",
  "updateAccountAction",
  "changePasswordAction",
  "switchClinicAction",
  "saveDiaryAction",
  "addFavouriteAction",
  "removeFavouriteAction",
];

/** Cannot be done in a house that stands: the first visit is over. */
export const NEVER = ["setUpAction"];

/** Calls every server action with the house's ids; answers what came out. `from`: the Origin it claims. */
export async function attackActions(
  attacker: Attacker,
  house: House,
  from: string | undefined,
): Promise<string[]> {
  const { cookie, name, is } = attacker;
  const caller = { house, cookie, from };
  const found: string[] = [];
  for (const action of serverActions()) {
    if (is === "desk" && DESK_MAY.includes(action.name)) continue;
    const what = `${action.name} as ${name} from ${from}`;
    const shown = shownOnPage(action.page, attacker);
    // Next itself answers a foreign origin with 500.
    const check = from === origin() ? faults : given;
    for (const args of argumentsFor(action, house, TYPED)) {
      const answer = await callAction(action, args, caller);
      found.push(...check(what, answer, house, shown));
      const echo = args.some((arg) => arg instanceof FormData);
      if (!echo && answer.body.includes(house.patient.patientId))
        found.push(`${what}: knows the patient`);
    }
    const plain = await postForm(action, formFor(action, house, TYPED), caller);
    found.push(...given(`${what}, without scripts`, plain, house, shown));
  }
  return found;
}

/** The same calls by somebody who may make them, in a house of their own; names the action when none did it. */
export async function failsForItsOwn(action: ServerAction): Promise<string[]> {
  const house = await makeHouse();
  await prepare(action, house);
  const isDesk = DESK_MAY.includes(action.name);
  const holder = isDesk ? house.desk : house.owner;
  const { sid } = action.name === "giveConsentAction" ? house.patient : holder;
  const more = {
    token: /Invitation/.test(action.name) ? house.invitationToken : house.resetToken,
    sessionId: (action.name === "revokeSessionAction" ? house.owner : house.patient).sessionId,
  };
  const caller = { house, cookie: await cookieOf(sid), from: origin() };
  const found: string[] = [];
  for (const args of argumentsFor(action, house, `zqown${action.id.slice(2, 12)}`, more)) {
    const answer = await callAction(action, args, caller);
    const shown = [
      ...(["contact", "library", "clinic", "staff"] as const),
      ...(action.name === "saveDiaryAction" ? (["diary"] as const) : []),
    ];
    if (isDesk) found.push(...given(`${action.name} by the front desk`, answer, house, shown));
    if (succeeded(answer)) return found;
  }
  return [...found, action.name];
}
