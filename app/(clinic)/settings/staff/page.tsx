import type { Metadata } from "next";
import { STAFF_INVITATION_DAYS } from "@/lib/auth/session-times";
import { InvitationRow } from "@/lib/features/clinic/components/invitation-row";
import { InviteButton } from "@/lib/features/clinic/components/invite-button";
import { StaffMenu } from "@/lib/features/clinic/components/staff-menu";
import { loadClinicFrame, loadStaff } from "@/lib/features/clinic/loaders";
import { momentWords } from "@/lib/i18n/moment-words";
import { translator } from "@/lib/i18n/translator";
import { Badge } from "@/lib/ui/badge";
import { Card } from "@/lib/ui/card";
import { DataTable } from "@/lib/ui/data-table";

export const metadata: Metadata = { title: "Staff" };

export default async function StaffPage() {
  const [{ staff, invitations }, { timeZone }] = await Promise.all([
    loadStaff(),
    loadClinicFrame(),
  ]);
  const t = translator("en", "clinic");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <section>
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h2 className="text-lg">{t("staff.title")}</h2>
          <InviteButton days={STAFF_INVITATION_DAYS} timeZone={timeZone} />
        </div>
        <DataTable
          caption={t("staff.title")}
          captionHidden
          rows={staff}
          rowKey={(member) => member.userId}
          columns={[
            {
              key: "person",
              header: t("staff.columnPerson"),
              primary: true,
              cell: (member) => (
                <>
                  <span className="font-semibold">{member.name}</span>
                  {member.isSelf && (
                    <span className="font-normal text-secondary"> ({t("staff.you")})</span>
                  )}
                  <span className="block text-sm font-normal wrap-anywhere text-secondary">
                    {member.email}
                  </span>
                </>
              ),
            },
            {
              key: "role",
              header: t("staff.columnRole"),
              cell: (member) => t(`roles.${member.role}`),
            },
            {
              key: "state",
              header: t("staff.columnState"),
              cell: (member) => (
                <Badge tone={member.isDisabled ? "neutral" : "spruce"}>
                  {t(member.isDisabled ? "staff.disabled" : "staff.active")}
                </Badge>
              ),
            },
            {
              key: "seen",
              header: t("staff.columnLastSeen"),
              className: "tabular-nums",
              cell: (member) =>
                member.lastSignedInAt
                  ? momentWords(member.lastSignedInAt, "en", timeZone)
                  : t("staff.never"),
            },
            {
              key: "actions",
              header: t("staff.columnActions"),
              headerHidden: true,
              align: "end",
              cell: (member) => <StaffMenu member={member} />,
            },
          ]}
        />
      </section>
      <Card title={t("staff.invitationsTitle")}>
        {invitations.length === 0 ? (
          <p className="text-secondary">{t("staff.invitationsNone")}</p>
        ) : (
          <ul>
            {invitations.map((invitation) => (
              <InvitationRow
                key={invitation.id}
                id={invitation.id}
                name={invitation.name}
                email={invitation.email}
                role={t(`roles.${invitation.role}`)}
                state={
                  invitation.isExpired
                    ? t("staff.expired")
                    : t("staff.invitedUntil", {
                        date: momentWords(invitation.expiresAt, "en", timeZone),
                      })
                }
              />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}
