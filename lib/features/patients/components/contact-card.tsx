import { longDate } from "@/lib/i18n/date-words";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import type { ContactView } from "../record-queries";
import { ContactDialog } from "./contact-dialog";
import type { PatientChoices } from "./patient-fields";

const t = translator("en", "patients.record");
const fields = translator("en", "patients.fields");

function Line({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-4 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <dt className="w-40 shrink-0 text-secondary">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

/** Who this person is and how to reach them. */
export function ContactCard({
  contact,
  choices,
}: {
  contact: ContactView;
  choices: PatientChoices;
}) {
  const none = <span className="text-secondary">{t("notGiven")}</span>;
  return (
    <Card
      title={t("contact")}
      actions={!contact.archivedOn && <ContactDialog contact={contact} choices={choices} />}
    >
      <dl className="tabular-nums">
        <Line term={t("name")}>
          <bdi>
            {contact.givenName} {contact.familyName}
          </bdi>
        </Line>
        <Line term={fields("birthOn")}>
          {t("ageLine", { date: longDate(contact.birthOn, "en"), age: contact.age })}
        </Line>
        <Line term={fields("recordNumber")}>{contact.recordNumber ?? none}</Line>
        <Line term={fields("email")}>
          {contact.email ? (
            <a href={`mailto:${contact.email}`} className="break-all text-spruce underline">
              {contact.email}
            </a>
          ) : (
            none
          )}
        </Line>
        <Line term={fields("phone")}>
          {contact.phone ? (
            <a
              href={`tel:${contact.phone.replace(/[^0-9+#]/g, "")}`}
              className="text-spruce underline"
            >
              {contact.phone}
            </a>
          ) : (
            none
          )}
        </Line>
        <Line term={fields("therapist")}>{contact.therapistName ?? fields("noTherapist")}</Line>
        <Line term={fields("language")}>{fields(`languages.${contact.language}`)}</Line>
        <Line term={fields("timeZone")}>{contact.timeZone.replaceAll("_", " ")}</Line>
      </dl>
    </Card>
  );
}
