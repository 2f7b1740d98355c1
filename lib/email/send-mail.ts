import { createTransport } from "nodemailer";
import { env } from "../env";

export interface Mail {
  readonly to: string;
  /** Never names a patient, a clinic or anything about health: it shows on locked screens. */
  readonly subject: string;
  readonly text: string;
}

const TIMEOUT_MS = 10_000;

/** True when this installation can send e-mail. */
export function canSendMail(): boolean {
  return env.smtpUrl !== null;
}

/** Sends one plain-text e-mail through `SMTP_URL`. False when none is configured; throws when the server refuses. */
export async function sendMail(mail: Mail): Promise<boolean> {
  const url = env.smtpUrl;
  if (!url) return false;
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  try {
    await transport.sendMail({ from: env.mailFrom, ...mail });
    return true;
  } finally {
    transport.close();
  }
}
