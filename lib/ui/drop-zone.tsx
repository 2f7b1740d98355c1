"use client";

import { type DragEvent, type ReactNode, useState } from "react";
import { cx } from "./cx";

/** Where files may be dropped; `children` holds the button that does the same by keyboard. */
export function DropZone({
  onFiles,
  children,
}: {
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button is the keyboard's
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "rounded-control border border-dashed p-4",
        over ? "border-spruce bg-spruce-tint" : "border-control bg-paper",
      )}
    >
      {children}
    </div>
  );
}
