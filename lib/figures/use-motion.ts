"use client";

import { type RefObject, useEffect, useId, useRef } from "react";
import type { FigureArt } from "./art";
import { motionCycle, type Pace } from "./motion-cycle";
import { type Frames, momentAt, prepareFrames } from "./motion-frames";
import { motionLayer } from "./motion-layer";

/** The two groups of a stage: the start pose, and what takes its place once the figure moves. */
export interface Stage {
  readonly svg: RefObject<SVGSVGElement | null>;
  readonly still: RefObject<SVGGElement | null>;
  readonly moving: RefObject<SVGGElement | null>;
}

interface Motion {
  readonly frames: Frames;
  moveTo(position: number): void;
}

/**
 * Moves the figure of a stage. `moveTo` puts it at a position among the key poses: 0 is the first, 1 the
 * second, 0.5 half way; the outlines are decoded when it is first wanted.
 */
export function useMotion(art: FigureArt, { still, moving }: Omit<Stage, "svg">) {
  const clipId = `moves${useId()}`;
  const made = useRef<Motion | null>(null);

  function motion(): Motion {
    if (made.current) return made.current;
    const frames = prepareFrames(art.motion);
    const layer = motionLayer(moving.current!, frames, clipId);
    made.current = {
      frames,
      moveTo(position) {
        layer.draw(momentAt(frames, position));
        still.current?.setAttribute("display", "none");
      },
    };
    return made.current;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: refs stay; another picture starts anew
  useEffect(() => {
    const [group, first] = [moving.current, still.current];
    return () => {
      made.current = null;
      group?.replaceChildren();
      first?.removeAttribute("display");
    };
  }, [art]);

  return motion;
}

/** Calls `tick` with the seconds that have passed, each frame while the stage can be seen. Returns how to end it. */
function whileSeen(svg: SVGSVGElement, tick: (seconds: number) => void): () => void {
  let frame = 0;
  let before: number | null = null;
  let onScreen = false;
  const step = (now: number) => {
    tick(before === null ? 0 : (now - before) / 1000);
    before = now;
    frame = requestAnimationFrame(step);
  };
  const settle = () => {
    cancelAnimationFrame(frame);
    before = null;
    if (onScreen && !document.hidden) frame = requestAnimationFrame(step);
  };
  const observer = new IntersectionObserver(([entry]) => {
    onScreen = entry?.isIntersecting ?? false;
    settle();
  });
  observer.observe(svg);
  document.addEventListener("visibilitychange", settle);
  return () => {
    cancelAnimationFrame(frame);
    observer.disconnect();
    document.removeEventListener("visibilitychange", settle);
  };
}

/** The figure goes through its poses by itself while `playing` and seen; it goes on where it stopped. */
export function useCycle(
  stage: Stage,
  motion: () => Motion,
  { playing, pace, onFail }: { playing: boolean; pace: Pace; onFail: () => void },
) {
  const elapsed = useRef(0);
  const { moveSeconds, holdSeconds, restSeconds } = pace;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `motion` and `onFail` are new in each render and do the same
  useEffect(() => {
    if (!playing || !stage.svg.current) return;
    let cycle: ((seconds: number) => number) | null = null;
    return whileSeen(stage.svg.current, (seconds) => {
      try {
        const { frames, moveTo } = motion();
        cycle ??= motionCycle(frames, { moveSeconds, holdSeconds, restSeconds });
        elapsed.current += seconds;
        moveTo(cycle(elapsed.current));
      } catch {
        onFail();
      }
    });
  }, [playing, moveSeconds, holdSeconds, restSeconds]);
}
