"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { painZone } from "../../../domain/pain/pain-rule";
import type { PainRule } from "../../../domain/plan/plan-document";
import type { PainNrs } from "../../../domain/session/facts";
import { painRuleSentences } from "../../../i18n/document-words";
import { Notice } from "../../../ui/notice";
import { PainScale } from "../../../ui/pain-scale";
import { usePortal } from "./portal-context";

const SCORES = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"] as const;

/** The pain rating in the patient's language: eleven buttons, nothing preselected, may be left out. */
export function PainQuestion({
  label,
  labelHidden,
  hint,
  value,
  onChange,
  optional = true,
  instant,
}: {
  label: ReactNode;
  labelHidden?: boolean;
  hint?: ReactNode;
  value: PainNrs | null;
  onChange: (pain: PainNrs | null) => void;
  /** False where an answer is all there is to it. */
  optional?: boolean;
  /** The press is taken at once and the question goes. */
  instant?: boolean;
}) {
  const t = useTranslations("portal.pain");
  return (
    <PainScale
      label={label}
      labelHidden={labelHidden}
      hint={hint}
      words={SCORES.map((score) => t(`words.${score}`))}
      skipLabel={optional && value !== null ? t("skip") : undefined}
      instant={instant}
      value={value}
      onChange={(score) => onChange(score as PainNrs | null)}
    />
  );
}

const TONES = { green: "spruce", amber: "marigold", red: "clay" } as const;

/** The plan's answer to a rating, at once: in the therapist's words where given. */
export function PainAnswer({ pain, rule }: { pain: PainNrs; rule: PainRule }) {
  const { locale } = usePortal();
  const zone = painZone(pain, rule);
  const words = painRuleSentences(rule, locale).zones.find((each) => each.zone === zone);
  if (!words) return null;
  return (
    <div role="status">
      <Notice tone={TONES[zone]} title={words.action}>
        <p dir="auto" className="whitespace-pre-line">
          {words.text}
        </p>
      </Notice>
    </div>
  );
}
