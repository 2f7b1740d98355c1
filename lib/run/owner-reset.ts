import { explain } from "../../db/operator-error";
import { PASSWORD_RESET_MINUTES } from "../auth/session-times";
import { issueOwnerReset } from "./recovery-link";
import { runningDatabase } from "./running-database";
import { readSettings } from "./settings";

/** Prints a link with which an owner who forgot the password sets a new one; the way back without e-mail. */
async function main(): Promise<number> {
  const [email] = process.argv.slice(2);
  if (!email) {
    console.error("Say whose: npm run -s owner:reset -- owner@clinic.example");
    return 1;
  }
  const settings = readSettings([]);
  const { token } = await issueOwnerReset(runningDatabase(settings), email, new Date());
  console.log(`${settings.origin}/recovery/${token}`);
  console.error(`This link works once, for ${PASSWORD_RESET_MINUTES} minutes.`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = explain(error) ?? explain((error as Error).cause);
  console.error(known?.message ?? "Carryover cannot make the link.");
  process.exitCode = 1;
}
