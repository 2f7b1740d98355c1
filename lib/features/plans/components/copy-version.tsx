"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { Locale } from "../../../domain/plan/plan-document";
import { Button } from "../../../ui/button";
import { copyText } from "../../../ui/copy-text";
import { Dialog } from "../../../ui/dialog";
import { LiveRegion } from "../../../ui/live-region";
import { Menu } from "../../../ui/menu";
import { Notice } from "../../../ui/notice";
import { TextArea } from "../../../ui/text-area";
import { recordTextAction } from "../actions";

const COPIED_MS = 4_000;

/** What did not end on the clipboard: a text to copy by hand, or why there is none. */
type Left = { readonly text: string } | { readonly fault: string };

function useCopying(planId: string, number: number) {
  const t = useTranslations("handout.copy");
  const [at, setAt] = useState<"idle" | "pending" | "copied">("idle");
  const [left, setLeft] = useState<Left | null>(null);

  useEffect(() => {
    if (at !== "copied") return;
    const timer = setTimeout(() => setAt("idle"), COPIED_MS);
    return () => clearTimeout(timer);
  }, [at]);

  async function copy(locale: Locale) {
    setAt("pending");
    const answered = recordTextAction({ planId, number, locale }).catch(() => null);
    const text = answered.then((answer) => {
      const words = answer?.data?.text;
      if (words === undefined) throw new Error("no text");
      return words;
    });
    const copied = await copyText(text);
    const answer = await answered;
    if (!copied) {
      const words = answer?.data?.text;
      setLeft(words === undefined ? { fault: answer?.message ?? t("failed") } : { text: words });
    }
    setAt(copied ? "copied" : "idle");
  }

  return { at, left, copy, close: () => setLeft(null) };
}

/** Copies a version as plain text for the medical record; where the clipboard is refused, shows it to copy by hand. */
export function CopyVersion({
  planId,
  number,
  patientLanguage,
}: {
  planId: string;
  number: number;
  patientLanguage: Locale;
}) {
  const t = useTranslations("handout.copy");
  const { at, left, copy, close } = useCopying(planId, number);
  const label = t(at === "copied" ? "copied" : "button");
  return (
    <>
      {patientLanguage === "en" ? (
        <Button
          icon={at === "copied" ? "check" : "copy"}
          pending={at === "pending"}
          onClick={() => copy("en")}
        >
          {label}
        </Button>
      ) : (
        <Menu
          label={label}
          entries={(["en", patientLanguage] as const).map((locale) => ({
            id: locale,
            label: t(`inLanguage.${locale}`),
            onAction: () => copy(locale),
          }))}
        >
          {label}
        </Menu>
      )}
      <LiveRegion>{at === "copied" ? t("copiedSays", { number }) : ""}</LiveRegion>
      {left && <LeftDialog left={left} number={number} onClose={close} />}
    </>
  );
}

function LeftDialog({
  left,
  number,
  onClose,
}: {
  left: Left;
  number: number;
  onClose: () => void;
}) {
  const t = useTranslations("handout.copy");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { number })}
      closeLabel={t("close")}
      footer={<Button onClick={onClose}>{t("close")}</Button>}
    >
      {"text" in left ? (
        <TextToCopy text={left.text} label={t("byHand")} />
      ) : (
        <div role="alert">
          <Notice tone="marigold">{left.fault}</Notice>
        </div>
      )}
    </Dialog>
  );
}

function TextToCopy({ text, label }: { text: string; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const area = box.current?.querySelector("textarea");
    area?.focus();
    area?.select();
  }, []);
  return (
    <div ref={box}>
      <TextArea
        label={label}
        readOnly
        rows={14}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
