import { SMTPServer } from "smtp-server";

interface Received {
  readonly to: string;
  readonly subject: string;
  /** The whole message, its quoted-printable text decoded. */
  readonly text: string;
}

/** Joins quoted-printable line breaks and decodes its bytes. */
const decoded = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r?\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");

/** The subject; an encoded word is the header's quoted-printable. */
function subjectOf(raw: string): string {
  const line = /^Subject: (.*)$/m.exec(raw)?.[1]?.trim() ?? "";
  const word = /^=\?UTF-8\?Q\?(.*)\?=$/.exec(line)?.[1];
  return word === undefined ? line : decoded(word.replaceAll("_", " "));
}

/** A real SMTP server that keeps what it gets; `SMTP_URL` points at it until it is closed. */
export async function mailServer() {
  const received: Received[] = [];
  const mood = { refuse: false };
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: (_address, _session, done) => done(mood.refuse ? new Error("no such mailbox") : null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const raw = Buffer.concat(chunks).toString("utf8");
        const to = session.envelope.rcptTo.map(({ address }) => address).join();
        received.push({ to, subject: subjectOf(raw), text: decoded(raw) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  process.env.SMTP_URL = `smtp://127.0.0.1:${address.port}`;
  return {
    received,
    mood,
    reset() {
      received.length = 0;
      mood.refuse = false;
    },
    async close() {
      delete process.env.SMTP_URL;
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
