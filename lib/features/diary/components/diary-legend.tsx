"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { PAIN_MAX } from "../../../domain/session/facts";
import { REASONS, reasonKey } from "../diary-keys";

const KBD =
  "inline-flex min-w-6 items-center justify-center rounded-badge border border-line bg-paper px-1.5 font-sans text-sm";

const EXERCISE_KEYS = [
  ["x", "done"],
  ["p", "partly"],
  ["/", "partlyPlain"],
  ["e", "easier"],
  ["-", "skipped"],
  ["a", "all"],
  ["n", "more"],
] as const;

const MOVING = [
  ["↵", "down"],
  ["Tab", "right"],
  ["← ↑ ↓ →", "arrows"],
  ["Ctrl/⌘ ↵", "save"],
] as const;

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="text-sm font-semibold">{title}</h3>
      <div className="mt-1.5 flex flex-wrap gap-x-1 gap-y-1">{children}</div>
    </div>
  );
}

/** The keys on the screen: to be learnt from, and to be pressed where there is no keyboard. */
export function DiaryLegend({ onPress }: { onPress: (key: string) => void }) {
  const t = useTranslations("diary");
  const key = (pressed: string, shown: string, words: string, isSilent = false) => (
    <button
      key={pressed}
      type="button"
      tabIndex={-1}
      // The cell keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onPress(pressed)}
      aria-label={isSilent ? words : undefined}
      className="inline-flex min-h-target-sm items-center gap-1.5 rounded-badge px-1.5 text-sm hover:bg-sand"
    >
      <kbd className={KBD}>{shown}</kbd>
      {!isSilent && <span className="text-secondary">{words}</span>}
    </button>
  );
  const scores = Array.from({ length: PAIN_MAX + 1 }, (_, n) => n);
  return (
    <section aria-label={t("legend.title")} className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      <Group title={t("legend.exercises")}>
        {EXERCISE_KEYS.map(([pressed, name]) => key(pressed, pressed, t(`legend.${name}`)))}
      </Group>
      <Group title={t("legend.pain")}>
        {scores.map((n) => key(`pain ${n}`, String(n), t("legend.rate", { n }), true))}
        {key("Delete", "Del", t("legend.clear"))}
        {key("Escape", "Esc", t("legend.undo"))}
      </Group>
      <Group title={t("legend.reasons")}>
        {REASONS.map((reason) =>
          key(`- ${reasonKey(reason)}`, reasonKey(reason), t(`reason.${reason}`)),
        )}
      </Group>
      <Group title={t("legend.moving")}>
        {MOVING.map(([shown, name]) => (
          <span
            key={name}
            className="inline-flex min-h-target-sm items-center gap-1.5 px-1.5 text-sm"
          >
            <kbd className={KBD}>{shown}</kbd>
            <span className="text-secondary">{t(`legend.${name}`)}</span>
          </span>
        ))}
      </Group>
    </section>
  );
}
