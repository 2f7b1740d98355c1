import type { ReactNode } from "react";
import { cx } from "./cx";
import { Icon, type IconName } from "./icon";

/** What to see where nothing is yet: why it is empty, and the one thing to do about it. */
export function EmptyState({
  title,
  children,
  action,
  icon,
  headingLevel = 2,
  className,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  icon?: IconName;
  headingLevel?: 2 | 3;
  className?: string;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div
      className={cx(
        "flex min-w-0 flex-col items-center rounded-card border border-dashed border-control/60 px-6 py-12 text-center",
        className,
      )}
    >
      {icon && <Icon name={icon} className="mb-3 !size-8 text-tertiary" />}
      <Heading className="text-lg">{title}</Heading>
      {children && <div className="mt-1 max-w-[46ch] text-secondary">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
