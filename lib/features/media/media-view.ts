/** A photo or video as a screen shows it; its bytes are at `/api/media/<id>/<variant>`. */
export interface MediaView {
  readonly id: string;
  readonly kind: "photo" | "video";
  /** Pixels as shown. */
  readonly width: number;
  readonly height: number;
  /** Of a video. */
  readonly durationMs: number | null;
}
