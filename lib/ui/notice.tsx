import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

export type NoticeTone = "neutral" | "spruce" | "marigold" | "clay";

const TONES: Record<NoticeTone, { box: string; icon: IconName }> = {
  neutral: { box: "border-line bg-surface text-ink", icon: "info" },
  spruce: { box: "border-spruce-line bg-spruce-tint text-spruce-deep", icon: "check" },
  marigold: { box: "border-marigold-line bg-marigold-tint text-marigold", icon: "warning" },
  clay: { box: "border-clay-line bg-clay-tint text-clay", icon: "stop" },
};

/** A block of text that must not be missed: precaution (marigold), contraindication or stop (clay), done (spruce). */
export function Notice({
  tone = "neutral",
  title,
  icon = TONES[tone].icon,
  children,
  actions,
  className,
}: {
  tone?: NoticeTone;
  title?: ReactNode;
  /** Another icon than the tone's, or null for none (news is not a warning). */
  icon?: IconName | null;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={cx("flex gap-3 rounded-control border px-3.5 py-3", TONES[tone].box, className)}
    >
      {icon && <Icon name={icon} className="mt-[0.12em]" />}
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className={title ? "text-ink" : undefined}>{children}</div>}
        {actions && <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  );
}
