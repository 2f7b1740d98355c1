import type { ReactNode } from "react";
import { Icon } from "../../../ui/icon";

/** Words one click away; works without a script. Printed only when open. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group/disclosure min-w-0 not-open:print:hidden">
      <summary className="inline-flex min-h-target-sm list-none items-center gap-1.5 rounded-control py-1 font-semibold text-spruce hover:underline [&::-webkit-details-marker]:hidden">
        <Icon
          name="chevron-right"
          className="transition-transform group-open/disclosure:rotate-90"
        />
        {summary}
      </summary>
      <div className="mt-1.5 mb-2">{children}</div>
    </details>
  );
}
