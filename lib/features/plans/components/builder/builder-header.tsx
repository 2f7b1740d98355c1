"use client";

import { useTranslations } from "use-intl";
import type { PhaseBurden } from "../../../../domain/plan/plan-burden";
import { Badge, type Tone } from "../../../../ui/badge";
import { Button, IconButton } from "../../../../ui/button";
import { Icon } from "../../../../ui/icon";
import { LiveRegion } from "../../../../ui/live-region";
import type { BuilderData } from "../../builder-queries";
import type { SaveStatus } from "../../draft-saver";
import { PrintButton } from "../print/print-button";
import { LeaveLink } from "./leave-link";
import { useSaveWords } from "./use-save-words";

export interface ConditionBadge {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
  /** What the tone says, in words. */
  readonly meaning: string | null;
}

/** Whose plan, which draft, whether it is saved, and the one primary action. */
export function BuilderHeader({
  data,
  fullest,
  hasChanges,
  canUndo,
  canRedo,
  status,
  badges,
  isSafeToLeave,
  onUndo,
  onRedo,
  onPublish,
  onKeys,
}: {
  data: BuilderData;
  /** What the plan asks at most, and in which phase. */
  fullest: PhaseBurden | null;
  hasChanges: boolean;
  canUndo: boolean;
  canRedo: boolean;
  status: SaveStatus;
  badges: readonly ConditionBadge[];
  isSafeToLeave: () => Promise<boolean>;
  onUndo: () => void;
  onRedo: () => void;
  onPublish: () => void;
  onKeys: () => void;
}) {
  const t = useTranslations("plans.builder");
  const { latestVersion, planId, patientId, patientName, sheet } = data;
  const saved = useSaveWords(status, data.clinicZone);
  const number = latestVersion + 1;
  const structure = useTranslations("structure.burden");
  const minutes =
    fullest &&
    fullest.burden.exerciseCount > 0 &&
    ` · ${
      fullest.phase
        ? structure("inPhase", {
            minutes: fullest.burden.minutesPerSession,
            number: fullest.number,
          })
        : t("perSession", { minutes: fullest.burden.minutesPerSession })
    }`;
  const planHref = `/patients/${patientId}/plan`;
  return (
    <header className="z-20 flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-surface px-3 py-2 sm:px-5 max-lg:[@media(min-height:40rem)]:sticky max-lg:top-0">
      <LeaveLink
        href={planHref}
        isSafe={isSafeToLeave}
        aria-label={t("back", { name: sheet.patientGivenName })}
        title={t("back", { name: sheet.patientGivenName })}
        className="-ml-1 flex size-target shrink-0 items-center justify-center rounded-control text-secondary hover:bg-paper hover:text-ink"
      >
        <Icon name="chevron-left" />
      </LeaveLink>
      <div className="min-w-0 flex-1 basis-56">
        <h1 className="text-lg leading-snug">
          <span className="font-bold">{patientName}</span>
          <span className="font-normal text-secondary"> · {sheet.title}</span>
        </h1>
        <p className="text-sm text-secondary tabular-nums">
          {hasChanges || latestVersion === 0
            ? t("draftOf", { number })
            : t("unchanged", { number: latestVersion })}
          {" · "}
          <span className={saved.isWrong ? "font-semibold text-clay" : undefined}>
            {saved.words}
          </span>
          {minutes}
        </p>
        <LiveRegion>{saved.announced}</LiveRegion>
      </div>
      {badges.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {badges.map(({ id, name, tone, meaning }) => (
            <li key={id}>
              <a href="#precautions" title={meaning ?? undefined}>
                <Badge tone={tone}>{name}</Badge>
                {meaning && <span className="sr-only">{meaning}</span>}
              </a>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
        <IconButton
          icon="info"
          label={t("keys")}
          onClick={onKeys}
          className="pointer-coarse:hidden"
        />
        <Button icon="undo" disabled={!canUndo} aria-keyshortcuts="Control+Z" onClick={onUndo}>
          {t("undo")}
        </Button>
        <IconButton
          icon="redo"
          label={t("redo")}
          disabled={!canRedo}
          aria-keyshortcuts="Control+Shift+Z"
          onClick={onRedo}
        />
        {latestVersion > 0 && (
          <PrintButton
            of={{
              planId,
              number: latestVersion,
              locale: sheet.locale,
              paperSize: sheet.paperSize,
            }}
          />
        )}
        <Button
          variant="primary"
          className="whitespace-nowrap max-sm:flex-1"
          aria-keyshortcuts="Control+Enter"
          disabled={data.endedOn !== null}
          onClick={onPublish}
        >
          {t("publish", { number })}
        </Button>
      </div>
    </header>
  );
}
