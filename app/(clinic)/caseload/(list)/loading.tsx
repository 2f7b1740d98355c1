import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";
import { Skeleton, SkeletonRows } from "@/lib/ui/skeleton";

/** Keeps the place of the list while it is read. */
export default function CaseloadLoading() {
  return (
    <>
      <PageHeader
        title={translator("en", "patients.caseload")("title")}
        subtitle={<Skeleton className="inline-block h-4 w-64 max-w-full" />}
      >
        <Skeleton className="h-9 w-80 max-w-full" />
      </PageHeader>
      <SkeletonRows label={translator("en", "common")("loading")} rows={8} />
    </>
  );
}
