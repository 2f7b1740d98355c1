"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../../ui/button";
import { Sheet } from "../../../../ui/sheet";

/** On a phone: one button at the thumb, and the library in a sheet. */
export function LibrarySheet({
  open,
  onOpen,
  children,
}: {
  open: boolean;
  onOpen: (dialog: "library" | null) => void;
  children: ReactNode;
}) {
  const t = useTranslations("plans.builder");
  return (
    <>
      <div className="sticky bottom-0 z-10 border-t border-line bg-surface px-3 pt-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <Button variant="secondary" icon="plus" wide onClick={() => onOpen("library")}>
          {t("addExercise")}
        </Button>
      </div>
      <Sheet
        open={open}
        onClose={() => onOpen(null)}
        title={t("library.title")}
        closeLabel={t("common.close")}
      >
        <div className="min-h-[72dvh]">{children}</div>
      </Sheet>
    </>
  );
}
