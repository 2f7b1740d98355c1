import { create } from "qrcode";

/** Modules of white around a QR code, as its standard asks for. */
const QUIET_ZONE = 4;

export interface QrPath {
  /** Path data in modules; one run of dark modules per row is one rectangle. */
  readonly d: string;
  /** Width and height of the square in modules, quiet zone included. */
  readonly size: number;
}

/** A QR code as one vector path, for paper and screen. Medium error correction. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const from = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      parts.push(
        `M${from + QUIET_ZONE} ${row + QUIET_ZONE}h${column - from + 1}v1h${from - column - 1}z`,
      );
    }
  }
  return { d: parts.join(""), size: modules.size + 2 * QUIET_ZONE };
}
