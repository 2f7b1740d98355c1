import type { ReactNode } from "react";
import { cx } from "./cx";

/** A surface with a hairline. `title` and `actions` make its head; `edge` marks it on the left. Never nest cards. */
export function Card({
  title,
  headingLevel = 2,
  subtitle,
  actions,
  edge,
  flush,
  className,
  children,
}: {
  title?: ReactNode;
  headingLevel?: 2 | 3;
  subtitle?: ReactNode;
  actions?: ReactNode;
  edge?: "spruce" | "marigold" | "clay";
  /** No padding around the content, for tables and lists that draw their own rows. */
  flush?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section
      className={cx(
        "relative min-w-0 overflow-clip rounded-card border border-line bg-surface",
        !flush && "p-4 sm:p-6",
        edge && EDGES[edge],
        className,
      )}
    >
      {(title || actions) && (
        <div
          className={cx(
            "flex flex-wrap items-center justify-between gap-x-4 gap-y-2",
            flush ? "px-4 pt-4 pb-2 sm:px-6 sm:pt-5" : Boolean(children) && "mb-3",
          )}
        >
          <div className="min-w-0">
            {title && <Heading className="text-lg">{title}</Heading>}
            {subtitle && <p className="text-sm text-secondary">{subtitle}</p>}
          </div>
          {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
        </div>
      )}
      {children}
    </section>
  );
}

const EDGES = {
  spruce: "border-l-4 border-l-spruce",
  marigold: "border-l-4 border-l-marigold",
  clay: "border-l-4 border-l-clay",
};
