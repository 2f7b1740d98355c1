"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { DocumentExercise, Locale } from "../../../domain/plan/plan-document";
import { Icon } from "../../../ui/icon";
import { MediaList, PHOTO_LOOK } from "../../media/components/media-list";
import type { MediaView } from "../../media/media-view";
import { usePortal } from "./portal-context";

/** An address for the bytes of a photo on this device; null while they have not come. */
export function usePhoto(id: string | undefined): string | null {
  const bytes = usePortal().state.photos.get(id ?? "");
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }));
    setAddress(made);
    return () => {
      setAddress(null);
      URL.revokeObjectURL(made);
    };
  }, [bytes]);
  return address;
}

function KeptPhoto({ media, alt }: { media: MediaView; alt: string }) {
  const address = usePhoto(media.id);
  if (!address) return <div role="img" aria-label={alt} className="size-full" />;
  // biome-ignore lint/performance/noImgElement: from this device's own store
  return <img src={address} alt={alt} className={PHOTO_LOOK} />;
}

/** Plays from the server alone: a video is too large to be kept on a phone. */
function OnlineVideo({ media, label }: { media: MediaView; label: string }) {
  const t = useTranslations("portal.media");
  const { reached } = usePortal().state;
  const [failed, setFailed] = useState(false);
  if (reached === false || failed)
    return (
      <p className="flex h-full items-center justify-center gap-2 p-4 text-secondary">
        <Icon name="offline" />
        {reached === false ? t("offline") : t("failed")}
      </p>
    );
  return (
    // biome-ignore lint/a11y/useMediaCaption: what it shows is written below it, in the steps
    <video
      src={`/api/media/${media.id}/video`}
      controls
      playsInline
      preload="metadata"
      aria-label={label}
      onError={() => setFailed(true)}
      className={`${PHOTO_LOOK} bg-ink`}
    />
  );
}

/** Photos of an exercise from this device and its videos from the server. */
export function KeptMedia({ exercise, locale }: { exercise: DocumentExercise; locale: Locale }) {
  const { media, name, alt } = exercise;
  return (
    <MediaList
      media={media}
      name={name}
      alt={alt}
      locale={locale}
      photo={(one, words) => <KeptPhoto media={one} alt={words} />}
      video={(one, label) => <OnlineVideo media={one} label={label} />}
    />
  );
}
