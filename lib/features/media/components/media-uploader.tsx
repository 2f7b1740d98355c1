"use client";

import { useEffect, useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { cx } from "@/lib/ui/cx";
import { DropZone } from "@/lib/ui/drop-zone";
import { LiveRegion } from "@/lib/ui/live-region";
import {
  MEDIA_ACCEPT,
  MEDIA_FORMATS,
  MEDIA_MAX_MB,
  MEDIA_PER_EXERCISE,
  VIDEO_MAX_MINUTES,
} from "../media-bounds";
import type { MediaView } from "../media-view";
import { MediaRow, type RowPart, UploadRow } from "./media-rows";
import { numberOfKind } from "./media-words";
import { useUploads } from "./use-uploads";

/** Where the focus goes after a row has moved or is gone. */
interface Wanted {
  readonly id: string | null;
  readonly part: RowPart;
}

/**
 * Photos and videos of an exercise, in order: choose, drop or take them, watch them being sent, reorder and
 * remove. Each file is stored as soon as it is sent; the form saves the ids of `media`. Reads the messages
 * of `media`.
 */
export function MediaUploader({
  media,
  onChange,
  max = MEDIA_PER_EXERCISE,
  error,
  onBusy,
}: {
  media: readonly MediaView[];
  onChange: (media: readonly MediaView[]) => void;
  max?: number;
  /** What the server said of the whole list. */
  error?: string;
  /** True while a file is on its way, so that a form can wait with saving. */
  onBusy?: (busy: boolean) => void;
}) {
  const t = useTranslations("media.uploader");
  const id = useId();
  const [said, say] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const chooser = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const wanted = useRef<Wanted | null>(null);
  const { uploads, add, retry, cancel } = useUploads({ media, onChange, max, say });
  const busy = uploads.some(({ state }) => state !== "failed");

  useEffect(() => onBusy?.(busy), [busy, onBusy]);
  useEffect(() => {
    if (!wanted.current) return;
    const { id: row, part } = wanted.current;
    wanted.current = null;
    const buttons = list.current?.querySelectorAll<HTMLButtonElement>(
      `[data-media="${row}"] button`,
    );
    const enabled = [...(buttons ?? [])].filter(({ disabled }) => !disabled);
    const found = enabled.find(({ dataset }) => dataset.part === part) ?? enabled[0];
    (found ?? adder.current)?.focus();
  });

  const nameOf = (index: number) =>
    t(media[index]?.kind ?? "photo", { n: numberOfKind(media, index) });

  function move(index: number, by: -1 | 1) {
    const moved = [...media];
    const [one] = moved.splice(index, 1);
    if (!one) return;
    moved.splice(index + by, 0, one);
    wanted.current = { id: one.id, part: by < 0 ? "up" : "down" };
    say(t("saidMoved", { name: nameOf(index), place: index + by + 1 }));
    onChange(moved);
  }

  function remove(index: number) {
    const neighbour = media[index + 1] ?? media[index - 1];
    wanted.current = { id: neighbour?.id ?? null, part: "remove" };
    say(t("saidRemoved", { name: nameOf(index) }));
    onChange(media.filter((_, i) => i !== index));
  }

  function take(input: HTMLInputElement) {
    add([...(input.files ?? [])]);
    // The same file may be chosen again after it was removed.
    input.value = "";
  }

  return (
    <section aria-labelledby={`${id}-label`}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <p id={`${id}-label`} className="font-semibold">
          {t("label")}
        </p>
        <p className="text-sm text-secondary tabular-nums">
          {t("count", { count: media.length, max })}
        </p>
      </div>
      {media.length + uploads.length > 0 && (
        <ul
          ref={list}
          className="mb-3 divide-y divide-line rounded-control border border-line bg-surface"
        >
          {media.map((one, i) => (
            <MediaRow
              key={one.id}
              media={one}
              name={nameOf(i)}
              place={i + 1}
              count={media.length}
              onMove={(by) => move(i, by)}
              onRemove={() => remove(i)}
            />
          ))}
          {uploads.map((upload) => (
            <UploadRow
              key={upload.key}
              upload={upload}
              onRetry={() => retry(upload.key)}
              onCancel={() => {
                cancel(upload.key);
                adder.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <DropZone onFiles={add}>
        <div className="flex flex-wrap items-center gap-3">
          <Button
            ref={adder}
            icon="plus"
            className="min-h-12"
            aria-describedby={cx(`${id}-hint`, error && `${id}-error`)}
            onClick={() => chooser.current?.click()}
          >
            {t("add")}
          </Button>
          <span className="hidden pointer-coarse:block">
            <Button className="min-h-12" onClick={() => camera.current?.click()}>
              {t("take")}
            </Button>
          </span>
          <span className="text-secondary pointer-coarse:hidden">{t("drop")}</span>
        </div>
        <p id={`${id}-hint`} className="mt-3 text-sm text-secondary">
          {t("hint", { formats: MEDIA_FORMATS, mb: MEDIA_MAX_MB, minutes: VIDEO_MAX_MINUTES })}
        </p>
        <input
          ref={chooser}
          type="file"
          accept={MEDIA_ACCEPT}
          multiple
          hidden
          onChange={(event) => take(event.currentTarget)}
        />
        <input
          ref={camera}
          type="file"
          accept="image/*"
          capture="environment"
          hidden
          onChange={(event) => take(event.currentTarget)}
        />
      </DropZone>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 text-sm font-semibold text-clay">
          {error}
        </p>
      )}
      <LiveRegion>{said}</LiveRegion>
    </section>
  );
}
