"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/lib/ui/button";
import { showToast } from "@/lib/ui/toast";
import { revokeInvitationAction } from "../actions";

/** An invitation nobody has accepted yet. */
export function InvitationRow({
  id,
  name,
  email,
  role,
  state,
}: {
  id: string;
  name: string;
  email: string;
  role: string;
  state: string;
}) {
  const t = useTranslations("clinic.staff");
  const [pending, start] = useTransition();
  const revoke = () =>
    start(async () => {
      const form = new FormData();
      form.set("invitationId", id);
      const answer = await revokeInvitationAction({ status: "idle" }, form);
      if (answer.status === "ok") showToast({ message: t("revoked", { name }) });
      else showToast({ message: answer.message ?? "", tone: "error" });
    });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3 first:border-t-0 first:pt-0 last:pb-0">
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        <p className="text-sm wrap-anywhere text-secondary tabular-nums">
          {email} · {role} · {state}
        </p>
      </div>
      <Button size="sm" pending={pending} aria-label={t("revokeNamed", { name })} onClick={revoke}>
        {t("revoke")}
      </Button>
    </li>
  );
}
