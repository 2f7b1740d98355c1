"use client";

import { useOptimistic, useState, useTransition } from "react";
import { buttonClass } from "@/lib/ui/button";
import { cx } from "@/lib/ui/cx";
import { Icon } from "@/lib/ui/icon";
import { showToast } from "@/lib/ui/toast";
import { addFavouriteAction, removeFavouriteAction } from "../actions";

/** A star that keeps the exercise at hand for who looks; with `children` it is a button with words. */
export function FavouriteButton({
  slug,
  isFavourite,
  label,
  failed,
  children,
  className,
}: {
  slug: string;
  isFavourite: boolean;
  /** Its name for those who cannot see it, such as "Keep Bridge as a favourite". */
  label: string;
  failed: string;
  children?: string;
  className?: string;
}) {
  const [kept, setKept] = useState(isFavourite);
  const [shown, show] = useOptimistic(kept);
  const [, start] = useTransition();
  const toggle = () =>
    start(async () => {
      show(!kept);
      const reply = await (kept ? removeFavouriteAction : addFavouriteAction)({ slug }).catch(
        () => null,
      );
      if (reply?.status === "ok") setKept(!kept);
      else showToast({ message: reply?.message ?? failed, tone: "error" });
    });
  return (
    <button
      type="button"
      aria-pressed={shown}
      aria-label={children ? undefined : label}
      title={children ? undefined : label}
      onClick={toggle}
      className={cx(
        buttonClass({ variant: children ? "secondary" : "quiet", size: children ? "md" : "sm" }),
        !children && "aspect-square !px-0 !text-base",
        className,
      )}
    >
      <Icon name="star" className={cx(shown ? "fill-marigold text-marigold" : "text-secondary")} />
      {children}
    </button>
  );
}
