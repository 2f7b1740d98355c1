import type { DiffItem } from "../../../i18n/plan-diff-words";

/** Differences between two versions as a list of sentences. */
export function DiffList({ items }: { items: readonly DiffItem[] }) {
  return (
    <ul className="grid gap-1.5">
      {items.map((item) => (
        <li key={`${item.kind} ${item.lineId} ${item.title}`}>
          <span
            className={item.kind === "removed" ? "font-semibold text-secondary" : "font-semibold"}
          >
            {item.title}
          </span>
          {item.details.length > 0 && (
            <ul className="text-secondary">
              {item.details.map((detail) => (
                <li key={detail} className="whitespace-pre-line">
                  {detail}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
