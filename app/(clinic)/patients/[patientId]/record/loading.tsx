import { translator } from "@/lib/i18n/translator";
import { SkeletonRows } from "@/lib/ui/skeleton";

/** Keeps the place of the record while it is read. */
export default function RecordLoading() {
  const label = translator("en", "common")("loading");
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <SkeletonRows label={label} rows={6} />
      <SkeletonRows label={label} rows={4} />
    </div>
  );
}
