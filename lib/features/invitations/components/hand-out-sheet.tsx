"use client";

import { createPortal } from "react-dom";
import type { HandOutWords } from "../hand-out-words";

/** Path data of a QR code in modules and its side, quiet zone included. */
export interface QrSquare {
  readonly d: string;
  readonly size: number;
}

/** A QR code; dark on white whatever surrounds it. */
export function QrCode({
  qr,
  label,
  className,
}: {
  qr: QrSquare;
  label: string;
  className?: string;
}) {
  return (
    <svg
      viewBox={`0 0 ${qr.size} ${qr.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.d} fill="#000" />
    </svg>
  );
}

/** What the printer gets while a new link is shown: one large-print sheet in the patient's language. */
export function HandOutSheet({
  words,
  qr,
  code,
}: {
  words: HandOutWords;
  qr: QrSquare;
  code: string;
}) {
  return createPortal(
    <div data-print-sheet lang={words.lang} className="hidden text-ink print:block">
      <p className="text-[13pt] text-secondary">{words.clinicName}</p>
      <h1 className="mt-2 text-[26pt] leading-tight">{words.title}</h1>
      <ol className="mt-8 grid list-decimal gap-3 pl-7 text-[16pt] leading-snug">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className="mt-8 flex items-center gap-10">
        <QrCode qr={qr} label="" className="size-[62mm]" />
        <div>
          <p className="text-[14pt]">{words.codeLabel}</p>
          <p className="text-[32pt] leading-tight font-bold tracking-wider">{code}</p>
        </div>
      </div>
      <p className="mt-8 text-[13pt]">{words.note}</p>
    </div>,
    document.body,
  );
}
