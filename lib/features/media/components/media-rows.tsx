"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button, IconButton } from "@/lib/ui/button";
import { FieldError } from "@/lib/ui/field-error";
import { Icon } from "@/lib/ui/icon";
import type { MediaView } from "../media-view";
import { lengthWords, sizeWords } from "./media-words";
import type { Upload } from "./use-uploads";

/** The picture of a row; words beside it name it. */
function Preview({ media }: { media: MediaView }) {
  const look = "size-12 shrink-0 rounded-badge border border-line bg-sand object-cover sm:size-16";
  if (media.kind === "video")
    return (
      <video
        src={`/api/media/${media.id}/video#t=0.1`}
        preload="metadata"
        muted
        playsInline
        tabIndex={-1}
        aria-hidden="true"
        className={look}
      />
    );
  // biome-ignore lint/performance/noImgElement: an authorised route, never an image cache
  return <img src={`/api/media/${media.id}/small`} alt="" className={look} />;
}

const ROW = "flex flex-wrap items-center gap-x-3 gap-y-2 p-3";

/** What a row's buttons do, told apart for the focus. */
export type RowPart = "up" | "down" | "remove";

/** One photo or video of the list. */
export function MediaRow({
  media,
  name,
  place,
  count,
  onMove,
  onRemove,
}: {
  media: MediaView;
  name: string;
  /** From 1. */
  place: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("media.uploader");
  const part = (of: RowPart) => ({ "data-part": of, className: "min-h-12 min-w-12" });
  return (
    <li data-media={media.id} className={ROW}>
      <Preview media={media} />
      <span className="min-w-16 flex-1 font-semibold">
        {name}
        {media.durationMs !== null && (
          <span className="ms-2 font-normal text-secondary tabular-nums">
            {lengthWords(media.durationMs)}
          </span>
        )}
      </span>
      <span className="flex flex-wrap">
        <IconButton
          {...part("up")}
          icon="arrow-up"
          label={t("up", { name })}
          disabled={place === 1}
          onClick={() => onMove(-1)}
        />
        <IconButton
          {...part("down")}
          icon="arrow-down"
          label={t("down", { name })}
          disabled={place === count}
          onClick={() => onMove(1)}
        />
        <IconButton
          {...part("remove")}
          icon="close"
          label={t("remove", { name })}
          onClick={onRemove}
        />
      </span>
    </li>
  );
}

function Progress({ upload }: { upload: Upload }) {
  const t = useTranslations("media.uploader");
  const percent = Math.floor(upload.sent * 100);
  const preparing = upload.state === "sending" && upload.sent >= 1;
  const words =
    upload.state === "waiting"
      ? t("waiting")
      : preparing
        ? t("preparing")
        : t("sending", { percent, size: sizeWords(upload.file.size) });
  return (
    <>
      <div
        role="progressbar"
        aria-label={t("progress", { name: upload.file.name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={preparing ? undefined : percent}
        aria-valuetext={words}
        className="mt-1 h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={`h-full bg-spruce ${preparing ? "animate-pulse" : ""}`}
          style={{ width: `${percent}%` }}
        />
      </div>
      <span className="text-sm text-secondary tabular-nums">{words}</span>
    </>
  );
}

/** One file on its way, or what was wrong with it. */
export function UploadRow({
  upload,
  onRetry,
  onCancel,
}: {
  upload: Upload;
  onRetry: () => void;
  onCancel: () => void;
}) {
  const t = useTranslations("media.uploader");
  const { name } = upload.file;
  const failed = upload.state === "failed";
  const room: ReactNode = (
    <span className="grid size-16 shrink-0 place-items-center rounded-badge border border-line bg-sand text-tertiary max-sm:hidden">
      <Icon name={failed ? "warning" : "arrow-up"} />
    </span>
  );
  return (
    <li className={ROW}>
      {room}
      <span className="min-w-24 flex-1 basis-40">
        <bdi className="block font-semibold break-all">{name}</bdi>
        {failed ? (
          <FieldError message={upload.message ?? undefined} />
        ) : (
          <Progress upload={upload} />
        )}
      </span>
      <span className="flex gap-2">
        {failed && upload.again && (
          <Button
            size="sm"
            className="min-h-12"
            aria-label={t("retryName", { name })}
            onClick={onRetry}
          >
            {t("retry")}
          </Button>
        )}
        {failed ? (
          <IconButton
            icon="close"
            className="min-h-12 min-w-12"
            label={t("dismissName", { name })}
            onClick={onCancel}
          />
        ) : (
          <Button
            size="sm"
            variant="quiet"
            className="min-h-12"
            aria-label={t("cancelName", { name })}
            onClick={onCancel}
          >
            {t("cancel")}
          </Button>
        )}
      </span>
    </li>
  );
}
