import type { Metadata } from "next";
import { STAFF_INVITATION_DAYS } from "@/lib/auth/session-times";
import { InvitationForm } from "@/lib/features/account/components/invitation-form";
import { StaffFrame } from "@/lib/features/account/components/staff-frame";
import { loadInvitation } from "@/lib/features/account/loaders";
import { PASSWORD_MIN } from "@/lib/features/account/password-bounds";
import { translator } from "@/lib/i18n/translator";
import { LinkButton } from "@/lib/ui/button";

export const metadata: Metadata = { title: "Invitation", robots: { index: false } };

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await loadInvitation(token);
  const t = translator("en", "clinic");
  if (!invitation)
    return (
      <StaffFrame title={t("invitation.deadTitle")}>
        <p>{t("invitation.deadText", { days: STAFF_INVITATION_DAYS })}</p>
        <LinkButton href="/sign-in" wide className="mt-6">
          {t("invitation.signIn")}
        </LinkButton>
      </StaffFrame>
    );
  const { clinicName, email, role, hasAccount } = invitation;
  return (
    <StaffFrame
      title={t("invitation.title", { clinic: clinicName })}
      subtitle={t("invitation.subtitle", { role: t(`roles.${role}`).toLowerCase(), email })}
    >
      {hasAccount && <p className="mb-5">{t("invitation.existing")}</p>}
      <InvitationForm
        token={token}
        clinicName={clinicName}
        email={email}
        name={invitation.name}
        hasAccount={hasAccount}
        passwordMin={PASSWORD_MIN}
      />
    </StaffFrame>
  );
}
