"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { MEDIA_MAX_BYTES, MEDIA_MAX_MB, VIDEOS_PER_EXERCISE } from "../media-bounds";
import type { MediaView } from "../media-view";
import { sizeWords } from "./media-words";
import { SendFailed, sendFile } from "./send-file";

/** A chosen file on its way. */
export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly state: "waiting" | "sending" | "failed";
  /** Share of the bytes that is sent, 0 to 1. */
  readonly sent: number;
  readonly message: string | null;
  /** False: the same file would be refused again. */
  readonly again: boolean;
}

const isVideo = (file: File) => file.type.startsWith("video/");

interface Surroundings {
  readonly media: readonly MediaView[];
  readonly onChange: (media: readonly MediaView[]) => void;
  readonly max: number;
  readonly say: (words: string) => void;
}

/** Files that are being added: one at a time, each with its own progress and its own failure. */
export function useUploads({ media, onChange, max, say }: Surroundings) {
  const t = useTranslations("media.uploader");
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const latest = useRef(media);
  const under = useRef<{ key: string; stop: AbortController } | null>(null);
  const counter = useRef(0);

  useEffect(() => {
    latest.current = media;
  }, [media]);
  useEffect(() => () => under.current?.stop.abort(), []);

  const change = (key: string, to: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key));

  /** What can be said without sending; null: nothing. */
  function faultBefore(file: File): string | null {
    if (file.size === 0) return t("empty");
    if (file.size > MEDIA_MAX_BYTES)
      return t("tooLarge", { size: sizeWords(file.size), mb: MEDIA_MAX_MB });
    return null;
  }

  function lackOfRoom(file: File): string | null {
    if (latest.current.length >= max) return t("full", { max });
    const videos = latest.current.filter(({ kind }) => kind === "video").length;
    return isVideo(file) && videos >= VIDEOS_PER_EXERCISE
      ? t("fullVideos", { max: VIDEOS_PER_EXERCISE })
      : null;
  }

  function fail({ key, file }: Upload, message: string, again: boolean) {
    change(key, { state: "failed", message, again });
    say(t("saidFailed", { name: file.name, reason: message }));
  }

  async function send(upload: Upload) {
    const full = lackOfRoom(upload.file);
    if (full) return fail(upload, full, true);
    const stop = new AbortController();
    under.current = { key: upload.key, stop };
    change(upload.key, { state: "sending", sent: 0, message: null });
    try {
      const onSent = (sent: number) => change(upload.key, { sent });
      const view = await sendFile(upload.file, { onSent, signal: stop.signal });
      latest.current = [...latest.current, view];
      onChange(latest.current);
      drop(upload.key);
      say(t("saidAdded", { name: upload.file.name }));
    } catch (error) {
      if (stop.signal.aborted) return drop(upload.key);
      const fault = error instanceof SendFailed ? error.fault : ({ why: "failed" } as const);
      if (fault.why === "said") fail(upload, fault.sentence, false);
      else fail(upload, t(fault.why), true);
    } finally {
      under.current = null;
    }
  }

  const next = uploads.find(({ state }) => state === "waiting");
  const busy = uploads.some(({ state }) => state === "sending");
  useEffect(() => {
    if (next && !busy && !under.current) void send(next);
  });

  return {
    uploads,
    add(files: readonly File[]) {
      const made = files.map((file): Upload => {
        const message = faultBefore(file);
        counter.current += 1;
        const key = `upload-${counter.current}`;
        return {
          key,
          file,
          state: message ? "failed" : "waiting",
          sent: 0,
          message,
          again: false,
        };
      });
      setUploads((all) => [...all, ...made]);
      const refused = made.find(({ message }) => message !== null);
      if (refused?.message)
        say(t("saidFailed", { name: refused.file.name, reason: refused.message }));
      else if (made.length > 0) say(t("saidStarted", { count: made.length }));
    },
    retry: (key: string) => change(key, { state: "waiting", message: null, sent: 0 }),
    /** Takes it off the list, on its way or not. */
    cancel(key: string) {
      if (under.current?.key === key) under.current.stop.abort();
      drop(key);
    },
  };
}
