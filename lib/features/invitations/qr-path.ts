import { create } from "qrcode";

/** A QR code as one SVG path in a square of `size` modules, without the quiet zone (4 modules). */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** QR code of `text` at error correction M: still read when a fold of the paper hides a part. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  let path = "";
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++) {
      let run = 0;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      if (run === 0) continue;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  return { size: modules.size, path };
}
