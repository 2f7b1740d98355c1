import type { DocumentAdvice } from "../../../domain/plan/plan-document";
import { Icon } from "../../../ui/icon";

/** Advice as titles with what they say, beside each other where there is room. */
export function AdviceList({ items }: { items: readonly DocumentAdvice[] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-8 gap-y-3 print:grid-cols-2">
      {items.map(({ id, title, body }) => (
        <div key={id} className="break-inside-avoid">
          <dt className="font-semibold">{title}</dt>
          <dd>{body}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One part of a sheet's advice; nothing where it has none. `folded`: behind its own title, for who has read it. */
export function SheetAdvice({
  title,
  items,
  as: Heading,
  folded = false,
}: {
  title: string;
  items: readonly DocumentAdvice[];
  as: "h2" | "h3";
  folded?: boolean;
}) {
  if (items.length === 0) return null;
  const frame = "mt-6 border-t border-line pt-4";
  if (folded)
    return (
      <details className={`group/advice ${frame}`}>
        <summary className="flex min-h-target cursor-pointer list-none items-center justify-between gap-3 [&::-webkit-details-marker]:hidden">
          <Heading className="text-xl text-spruce">{title}</Heading>
          <Icon
            name="chevron-down"
            className="shrink-0 text-secondary transition-transform group-open/advice:rotate-180"
          />
        </summary>
        <div className="pt-2 pb-1">
          <AdviceList items={items} />
        </div>
      </details>
    );
  return (
    <section className={frame}>
      <Heading className="mb-2 text-xl text-spruce">{title}</Heading>
      <AdviceList items={items} />
    </section>
  );
}
