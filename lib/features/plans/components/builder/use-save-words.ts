"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { SaveStatus } from "../../draft-saver";

const JUST_NOW_MS = 60_000;

/** What the header says of saving; "saved just now" turns into the time after a minute. */
export function useSaveWords(status: SaveStatus, zone: string) {
  const t = useTranslations("plans.builder.save");
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), JUST_NOW_MS / 4);
    return () => clearInterval(timer);
  }, []);
  const isWrong = status.kind === "failed" || status.kind === "conflict";
  if (status.kind !== "saved") {
    const words = t(status.kind);
    return { words, isWrong, announced: isWrong ? words : "" };
  }
  const isRecent = now !== null && now - status.at.getTime() < JUST_NOW_MS;
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    ...(now !== null && now - status.at.getTime() > 86_400_000 / 2
      ? { day: "numeric", month: "short" }
      : {}),
  }).format(status.at);
  return { words: isRecent ? t("justNow") : t("at", { time }), isWrong, announced: "" };
}
