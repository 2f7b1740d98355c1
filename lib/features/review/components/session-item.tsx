import type { PainNrs } from "../../../domain/session/facts";
import { momentWords } from "../../../i18n/moment-words";
import { translator } from "../../../i18n/translator";
import { Badge } from "../../../ui/badge";
import { PainMark } from "../../../ui/pain-mark";
import type { HistorySession, SessionEntry } from "../history";
import { Disclosure } from "./disclosure";
import { paperWords } from "./review-words";
import { SessionExercises } from "./session-exercises";

const t = translator("en", "review.history");

function clock(at: Date, zone: string): string {
  return momentWords(at, "en", zone).split(", ").at(-1) ?? "";
}

function captionOf({ paper, occurredAt, zone }: SessionEntry): string {
  return paper ? t("captionPaper") : t("caption", { time: clock(occurredAt, zone) });
}

function Rating({ label, pain }: { label: string; pain: PainNrs | null }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span className="text-secondary">{label}</span>
      {pain === null ? <span>{t("notRated")}</span> : <PainMark score={pain} />}
    </span>
  );
}

function Marks({ entry, isCorrected }: { entry: SessionEntry; isCorrected: boolean }) {
  return (
    <>
      {entry.source !== "live" && <Badge>{t(entry.source)}</Badge>}
      {entry.withdrawn && (
        <Badge tone="marigold">{t(entry.paper ? "takenBackHere" : "takenBack")}</Badge>
      )}
      {isCorrected && !entry.withdrawn && <Badge>{t("corrected")}</Badge>}
      {entry.stoppedForPain && <Badge tone="clay">{t("stopped")}</Badge>}
    </>
  );
}

function Ratings({ entry }: { entry: SessionEntry }) {
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1">
      <Rating label={t("before")} pain={entry.painBefore} />
      <Rating label={t("after")} pain={entry.painAfter} />
    </p>
  );
}

function Note({ note }: { note: string | null }) {
  if (!note) return null;
  return (
    <p className="mt-1.5 max-w-[70ch] whitespace-pre-line">
      <span className="text-secondary">{t("note")}:</span> {note}
    </p>
  );
}

function Earlier({ session }: { session: HistorySession }) {
  if (session.earlier.length === 0) return null;
  return (
    <div className="px-4 pb-2 sm:px-6 print:hidden">
      <Disclosure summary={t("earlier", { count: session.earlier.length })}>
        <ul className="grid gap-4 border-l-2 border-line pl-4">
          {session.earlier.map((entry) => (
            <li key={entry.id}>
              <p className="text-sm text-secondary">
                {t("typed", { when: momentWords(entry.typedAt, "en", entry.zone) })}
              </p>
              <Ratings entry={entry} />
              <Note note={entry.note} />
              <div className="mt-1 -ml-4 sm:-ml-6">
                <SessionExercises
                  exercises={entry.exercises}
                  painRule={session.painRule}
                  caption={captionOf(entry)}
                />
              </div>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

/** One sitting: its ratings, what was really done, and every value that was replaced. */
export function SessionItem({
  session,
  isFirst,
}: {
  session: HistorySession;
  /** The first session of its day. */
  isFirst: boolean;
}) {
  const { current } = session;
  // On paper stands the day alone; a clock time would pretend to know more.
  const time = current.paper ? null : clock(current.occurredAt, current.zone);
  const name = time ? t("sessionAt", { time }) : t("sessionOn");
  return (
    <li className="border-t border-line">
      <div className="px-4 pt-3 pb-2 sm:px-6">
        <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-base">
          {name}
          <span className="font-normal text-secondary">
            {t("version", { number: session.versionNumber })}
          </span>
          <Marks entry={current} isCorrected={session.earlier.length > 0} />
          {current.paper && (
            <span className="text-sm font-normal text-secondary">{paperWords(current.paper)}</span>
          )}
        </h3>
        {current.withdrawn ? (
          <p className="mt-1 text-secondary">
            {t(current.paper ? "takenBackHereText" : "takenBackText")}
          </p>
        ) : (
          <div className="mt-1 tabular-nums">
            <Ratings entry={current} />
            <Note note={current.note} />
          </div>
        )}
      </div>
      {!current.withdrawn && (
        <SessionExercises
          exercises={current.exercises}
          painRule={session.painRule}
          caption={captionOf(current)}
          headHidden={!isFirst}
        />
      )}
      <Earlier session={session} />
    </li>
  );
}
