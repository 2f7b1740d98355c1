import type { ReactNode } from "react";
import { ClinicFrame } from "@/lib/features/clinic/components/clinic-frame";

export default function ClinicLayout({ children }: { children: ReactNode }) {
  return <ClinicFrame>{children}</ClinicFrame>;
}
