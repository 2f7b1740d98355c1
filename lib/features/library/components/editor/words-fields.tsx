"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { EXERCISE_BOUNDS } from "../../../../domain/library/exercise-bounds";
import {
  fleschKincaidGrade,
  inflesz,
  MAX_GRADE,
  MIN_INFLESZ,
} from "../../../../domain/library/reading-ease";
import { LOCALES, type Locale } from "../../../../domain/plan/plan-document";
import { Card } from "../../../../ui/card";
import { cx } from "../../../../ui/cx";
import { Icon } from "../../../../ui/icon";
import { Segmented } from "../../../../ui/segmented";
import { TextArea } from "../../../../ui/text-area";
import { TextField } from "../../../../ui/text-field";
import { characters } from "../../../plans/bounds";
import { useEditorForm } from "./form-context";
import { isWritten, readingText, type WordFields } from "./form-values";
import { StepsField } from "./steps-field";

type TextPart = Exclude<keyof WordFields, "steps">;

/** Longest text of each field; of lists the longest line. */
const LONGEST: Readonly<Record<TextPart, number>> = {
  name: EXERCISE_BOUNDS.name,
  aliases: EXERCISE_BOUNDS.alias,
  setup: EXERCISE_BOUNDS.setup,
  feel: EXERCISE_BOUNDS.feel,
  cautions: EXERCISE_BOUNDS.caution,
  faults: EXERCISE_BOUNDS.fault,
  alt: EXERCISE_BOUNDS.alt,
};
const SEPARATOR: Partial<Record<TextPart, RegExp>> = {
  aliases: /\n/,
  cautions: /\n/,
  faults: /\n/,
};

const isTooLong = (part: TextPart, text: string) =>
  text.split(SEPARATOR[part] ?? /$^/).some((one) => characters(one.trim()) > LONGEST[part]);

/** How hard the words of a language are to read; information, never a gate. */
function ReadingEase({ locale, fields }: { locale: Locale; fields: WordFields }) {
  const t = useTranslations("library.editor.ease");
  const text = readingText(fields);
  if (!/\p{L}/u.test(text)) return <p className="text-sm text-secondary">{t("none")}</p>;
  const value = locale === "en" ? fleschKincaidGrade(text) : inflesz(text);
  const isEasy = locale === "en" ? value <= MAX_GRADE : value >= MIN_INFLESZ;
  const shown = locale === "en" ? Math.max(0, value).toFixed(1) : String(Math.round(value));
  return (
    <p className="flex gap-1.5 text-sm text-secondary">
      <Icon
        name={isEasy ? "check" : "info"}
        className={cx("mt-[0.1em]", isEasy ? "text-spruce" : "text-marigold")}
      />
      <span className="tabular-nums">
        {t(locale, { value: shown, aim: locale === "en" ? MAX_GRADE : MIN_INFLESZ })}{" "}
        {!isEasy && t("harder")}
      </span>
    </p>
  );
}

/** One row: the same field in both languages, side by side; on a phone that of the chosen one. */
function Pair({ shown, children }: { shown: Locale; children: (locale: Locale) => ReactNode }) {
  return (
    <div className="grid gap-x-6 lg:grid-cols-2">
      {LOCALES.map((locale) => (
        <div key={locale} className={cx("min-w-0", locale !== shown && "max-lg:hidden")}>
          {children(locale)}
        </div>
      ))}
    </div>
  );
}

/** What the patient reads, in English and Spanish. */
export function WordsFields({
  shown,
  onShow,
}: {
  /** The language in sight on a phone. */
  shown: Locale;
  onShow: (locale: Locale) => void;
}) {
  const t = useTranslations("library.editor");
  const { values, change, errorOf } = useEditorForm();
  const { words } = values;
  const write = (locale: Locale, part: keyof WordFields, value: WordFields[typeof part]) =>
    change(`words.${locale}.${part}`, {
      words: { ...words, [locale]: { ...words[locale], [part]: value } },
    });
  const text = (part: TextPart, locale: Locale) => {
    const value = words[locale][part];
    const long = isTooLong(part, value) ? t("tooLong", { max: LONGEST[part] }) : undefined;
    return {
      label: t(`words.${part}`),
      lang: locale,
      value,
      error: errorOf(`words.${locale}.${part}`) ?? long,
      onChange: (event: { target: { value: string } }) => write(locale, part, event.target.value),
    };
  };
  return (
    <Card title={t("words.title")} subtitle={t("words.lead")}>
      <div className="mb-4 lg:hidden">
        <Segmented
          name="shown-language"
          label={t("language")}
          labelHidden
          value={shown}
          onChange={(value) => onShow(value as Locale)}
          options={LOCALES.map((locale) => ({
            value: locale,
            label: (
              <>
                {t(`languages.${locale}`)}
                {errorOf(`words.${locale}`) && (
                  <Icon name="warning" className="ml-1.5 inline text-clay" />
                )}
              </>
            ),
          }))}
        />
      </div>
      <div className="mb-3 hidden gap-x-6 lg:grid lg:grid-cols-2">
        {LOCALES.map((locale) => (
          <h3 key={locale} className="border-b border-line pb-2 text-lg">
            {t(`languages.${locale}`)}
          </h3>
        ))}
      </div>
      <div className="grid gap-5">
        <Pair shown={shown}>{(locale) => <TextField {...text("name", locale)} />}</Pair>
        <Pair shown={shown}>
          {(locale) => (
            <TextArea
              rows={2}
              {...text("aliases", locale)}
              note={t("optional")}
              hint={t("words.aliasesHint")}
            />
          )}
        </Pair>
        <Pair shown={shown}>{(locale) => <TextArea rows={2} {...text("setup", locale)} />}</Pair>
        <Pair shown={shown}>
          {(locale) => (
            <StepsField
              label={t("words.steps")}
              lang={locale}
              steps={words[locale].steps}
              onChange={(steps) => write(locale, "steps", steps)}
              errorAt={(i) => {
                const own = words[locale].steps[i]?.text ?? "";
                const long = characters(own.trim()) > EXERCISE_BOUNDS.step;
                return (
                  errorOf(`words.${locale}.steps.${i}`) ??
                  (long ? t("tooLong", { max: EXERCISE_BOUNDS.step }) : undefined)
                );
              }}
            />
          )}
        </Pair>
        <Pair shown={shown}>
          {(locale) => <TextArea rows={2} {...text("feel", locale)} note={t("optional")} />}
        </Pair>
        {(["faults", "cautions"] as const).map((part) => (
          <Pair key={part} shown={shown}>
            {(locale) => (
              <TextArea
                rows={2}
                {...text(part, locale)}
                note={t("optional")}
                hint={t("words.onePerLine")}
              />
            )}
          </Pair>
        ))}
        <Pair shown={shown}>
          {(locale) => (
            <TextArea
              rows={2}
              {...text("alt", locale)}
              note={t("optional")}
              hint={t("words.altHint")}
            />
          )}
        </Pair>
        <Pair shown={shown}>
          {(locale) =>
            isWritten(words[locale]) || !isWritten(words[locale === "en" ? "es" : "en"]) ? (
              <ReadingEase locale={locale} fields={words[locale]} />
            ) : (
              <p className="text-sm text-secondary">{t(`words.missing.${locale}`)}</p>
            )
          }
        </Pair>
      </div>
    </Card>
  );
}
