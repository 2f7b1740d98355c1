"use client";

import { useTranslations } from "use-intl";
import { MAX_ADVICE } from "../../../../domain/plan/advice";
import { Button, IconButton } from "../../../../ui/button";
import type { AdviceItem } from "../../../advice/queries";

export interface AdviceSectionProps {
  readonly ids: readonly string[];
  readonly items: readonly AdviceItem[];
  readonly titleOf: (id: string) => string;
  /** Null where nothing can be changed any more. */
  readonly onAdd: (() => void) | null;
  readonly onMove: (id: string, to: number) => void;
  readonly onRemove: (id: string) => void;
}

/** The plan's advice in order: what the patient reads before starting, and what is good to know. */
export function AdviceSection({
  ids,
  items,
  titleOf,
  onAdd,
  onMove,
  onRemove,
}: AdviceSectionProps) {
  const t = useTranslations("plans.builder.advice");
  const byId = new Map(items.map((item) => [item.id, item]));
  return (
    <section aria-label={t("title")}>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h2 className="text-lg">
          {t("title")}{" "}
          <span className="text-sm font-normal text-secondary tabular-nums">
            {t("count", { count: ids.length, max: MAX_ADVICE })}
          </span>
        </h2>
        {onAdd && (
          <Button
            variant="quiet"
            size="sm"
            icon="plus"
            className="-mr-3"
            aria-keyshortcuts="a"
            data-add-advice
            onClick={onAdd}
          >
            {t("add")}
          </Button>
        )}
      </div>
      <p className="text-sm text-secondary">{ids.length === 0 ? t("none") : t("hint")}</p>
      {ids.length > 0 && (
        <ol
          aria-label={t("label")}
          className="mt-2 divide-y divide-line rounded-card border border-line bg-surface"
        >
          {ids.map((id, position) => (
            <Row
              key={id}
              id={id}
              item={byId.get(id)}
              title={titleOf(id)}
              position={position}
              count={ids.length}
              onMove={onMove}
              onRemove={onRemove}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function Row({
  id,
  item,
  title,
  position,
  count,
  onMove,
  onRemove,
}: Pick<AdviceSectionProps, "onMove" | "onRemove"> & {
  id: string;
  item: AdviceItem | undefined;
  title: string;
  position: number;
  count: number;
}) {
  const t = useTranslations("plans.builder.advice");
  return (
    <li data-advice={id} className="flex items-center gap-2 py-1 pr-1.5 pl-3">
      <p className="min-w-0 flex-1 leading-snug">
        <span className="mr-2 font-semibold">{title}</span>
        <span className="text-sm text-secondary">{item && t(`kind.${item.kind}`)}</span>
        {item?.isRetired && <span className="block text-sm text-marigold">{t("retired")}</span>}
      </p>
      <div className="flex shrink-0">
        <IconButton
          icon="arrow-up"
          size="sm"
          label={t("up", { title })}
          aria-disabled={position === 0 || undefined}
          className="aria-disabled:opacity-35"
          onClick={() => onMove(id, position - 1)}
        />
        <IconButton
          icon="arrow-down"
          size="sm"
          label={t("down", { title })}
          aria-disabled={position === count - 1 || undefined}
          className="aria-disabled:opacity-35"
          onClick={() => onMove(id, position + 1)}
        />
        <IconButton
          icon="close"
          size="sm"
          label={t("remove", { title })}
          onClick={() => onRemove(id)}
        />
      </div>
    </li>
  );
}
