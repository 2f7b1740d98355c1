"use client";

import { type Ref, useImperativeHandle, useRef, useState, useSyncExternalStore } from "react";
import type { FigureArt } from "./art";
import { FigurePlaceholder } from "./figure-placeholder";
import { FigurePoses } from "./figure-poses";
import { flip, Shapes, viewBox } from "./figure-svg";
import { CALM, type Pace } from "./motion-cycle";
import { isReadable } from "./readable";
import { type Stage, useCycle, useMotion } from "./use-motion";

/** What is said around a figure, in the reader's language. */
export interface FigureWords {
  readonly play: string;
  readonly pause: string;
  /** Of the key poses, in their order. */
  readonly names: readonly string[];
}

/** Moves a figure from outside, e.g. in step with a timer. */
export interface FigureControl {
  /**
   * 0 is the first key pose, 1 the second, 0.5 half way between them; in a loop the number of poses is
   * the first one again. Drawn at once, without a render; nothing happens under reduced motion.
   */
  moveTo(position: number): void;
}

export interface FigureMotionProps extends Partial<Pace> {
  /** Null or of an unknown format: a placeholder in the same box. */
  readonly art: FigureArt | null;
  /** What it shows; "" where words beside it say so. */
  readonly alt: string;
  readonly words: FigureWords;
  /** For the left side. */
  readonly mirrored?: boolean;
  /** The key poses under the moving figure: always, or only instead of it (no motion, no JavaScript). */
  readonly poses?: "always" | "instead";
  /** True: stands still until `control` moves it, and has no button. */
  readonly driven?: boolean;
  readonly control?: Ref<FigureControl>;
  readonly className?: string;
}

const STILL_QUERY = "(prefers-reduced-motion: reduce)";

function onStillChange(changed: () => void): () => void {
  const query = matchMedia(STILL_QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Null until the browser is asked: on the server CSS decides which of both is seen. */
function useWantsStill(): boolean | null {
  return useSyncExternalStore<boolean | null>(
    onStillChange,
    () => matchMedia(STILL_QUERY).matches,
    () => null,
  );
}

const PANEL =
  "relative flex aspect-[3/2] max-h-[22rem] w-full items-center justify-center rounded-card bg-paper";

/**
 * A large figure that moves through its key poses, calm and repeating, with a button to pause it. It
 * stops when it cannot be seen. Who asked for less motion, or has no JavaScript, gets the key poses.
 */
export function FigureMotion(props: FigureMotionProps) {
  const { art, alt, words, mirrored, poses = "instead", className = "" } = props;
  const wantsStill = useWantsStill();
  if (!isReadable(art)) {
    return (
      <div className={`${PANEL} ${className}`}>
        <FigurePlaceholder alt={alt} className="w-1/2 max-w-64" />
      </div>
    );
  }
  const instead = wantsStill === null ? "hidden motion-reduce:grid noscript:grid" : "";
  return (
    <div className={className}>
      {!wantsStill && (
        <div className="motion-reduce:hidden noscript:hidden">
          <MovingStage {...props} art={art} />
        </div>
      )}
      {(poses === "always" || wantsStill !== false) && (
        <FigurePoses
          art={art}
          alt={wantsStill === false ? "" : alt}
          names={words.names}
          mirrored={mirrored}
          className={poses === "always" ? "mx-auto mt-3 max-w-lg" : instead}
        />
      )}
    </div>
  );
}

function MovingStage({
  art,
  alt,
  words,
  mirrored,
  driven = false,
  control,
  ...pace
}: FigureMotionProps & { art: FigureArt }) {
  const stage: Stage = { svg: useRef(null), still: useRef(null), moving: useRef(null) };
  const [playing, setPlaying] = useState(true);
  const [broken, setBroken] = useState(false);
  const motion = useMotion(art, stage);
  useCycle(stage, motion, {
    playing: playing && !driven && !broken,
    pace: { ...CALM, ...pace },
    onFail: () => setBroken(true),
  });
  useImperativeHandle(control, () => ({ moveTo: (position) => motion().moveTo(position) }));
  return (
    <div className={PANEL}>
      <svg
        ref={stage.svg}
        viewBox={viewBox(art.box)}
        className="absolute inset-0 size-full px-[16px] pt-[4px] pb-[40px]"
        role="img"
        aria-label={alt || undefined}
        aria-hidden={alt === "" || undefined}
      >
        <g transform={flip(art.box, mirrored)}>
          <g ref={stage.still}>
            <Shapes shapes={art.poses[0]?.shapes ?? []} />
          </g>
          <g ref={stage.moving} />
        </g>
      </svg>
      {!driven && !broken && (
        <PlayButton playing={playing} words={words} onPress={() => setPlaying(!playing)} />
      )}
    </div>
  );
}

function PlayButton({
  playing,
  words,
  onPress,
}: {
  playing: boolean;
  words: FigureWords;
  onPress: () => void;
}) {
  const label = playing ? words.pause : words.play;
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="absolute right-1 bottom-1 flex size-[44px] items-center justify-center rounded-full border border-line bg-surface text-secondary hover:border-control hover:text-ink"
    >
      <svg viewBox="0 0 24 24" className="size-[24px]" aria-hidden="true">
        <path
          d={playing ? "M8 6h2.5v12H8zM13.5 6H16v12h-2.5z" : "M8.5 5.5v13l10-6.5z"}
          fill="currentColor"
        />
      </svg>
    </button>
  );
}
