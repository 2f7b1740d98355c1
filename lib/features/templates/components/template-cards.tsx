"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Badge } from "@/lib/ui/badge";
import type { TemplateCard } from "../queries";
import { FigureStrip } from "./figure-strip";

/** Templates as links: what they look like, whom they are for, what they ask of the patient. */
export function TemplateCards({ items }: { items: readonly TemplateCard[] }) {
  const t = useTranslations("templates.list");
  return (
    <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
      {items.map((item) => (
        <li key={item.id} className="min-w-0">
          <Link
            href={`/library/templates/${item.id}`}
            className="flex h-full flex-col overflow-hidden rounded-card border border-line bg-surface hover:border-control"
          >
            <span className="border-b border-line bg-paper px-3 py-2">
              <FigureStrip figures={item.figures} />
            </span>
            <span className="flex flex-1 flex-col p-4">
              <span className="text-lg leading-snug font-semibold wrap-anywhere">{item.name}</span>
              {item.origin !== "ready" && (
                <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-secondary">
                  <Badge tone={item.origin === "mine" ? "neutral" : "spruce"}>
                    {t(`origins.${item.origin}`)}
                  </Badge>
                  {item.origin === "clinic" && item.author && (
                    <span className="wrap-anywhere">{t("by", { name: item.author })}</span>
                  )}
                </span>
              )}
              <span className="mt-1 line-clamp-3 text-sm wrap-anywhere text-secondary">
                {item.summary}
              </span>
              <span className="mt-auto pt-3 text-sm tabular-nums">
                {t("count", { count: item.burden.exerciseCount })}
                <span className="text-secondary">
                  {" · "}
                  {t("minutes", { minutes: item.burden.minutesPerSession })}
                  {item.leftOut > 0 && ` · ${t("leftOut", { count: item.leftOut })}`}
                </span>
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
