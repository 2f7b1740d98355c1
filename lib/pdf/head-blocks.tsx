import { Image, View } from "@react-pdf/renderer";
import type { PlanDocument } from "../domain/plan/plan-document";
import { longDate } from "../i18n/date-words";
import { documentTranslator, painRuleSentences } from "../i18n/document-words";
import { paperTranslator } from "../i18n/paper-words";
import { PhoneLink } from "./look";
import { NewestBlock } from "./safety-blocks";
import { type Block, inAll, type Sheet } from "./sheet";

const LOGO_HEIGHT = 34;

function Logo({ document: { clinic }, look: { paper, Words } }: Sheet) {
  if (!clinic.logo) return <Words style={paper.clinicName}>{clinic.name}</Words>;
  const format = clinic.logo.mime === "image/png" ? "png" : "jpg";
  return (
    <View>
      <Image
        src={{ data: Buffer.from(clinic.logo.base64, "base64"), format }}
        style={{
          maxHeight: LOGO_HEIGHT,
          maxWidth: 190,
          objectFit: "contain",
          objectPosition: "0 50%",
        }}
      />
      <Words style={[paper.clinicName, { fontSize: 11, marginTop: 4 }]}>{clinic.name}</Words>
    </View>
  );
}

/** Logo and name of the clinic, and how to reach it. */
function ClinicRow(sheet: Sheet) {
  const { document, look } = sheet;
  const { paper, Words } = look;
  const { phone, address } = document.clinic;
  return (
    <View style={paper.clinicRow}>
      <View style={paper.grow}>
        <Logo {...sheet} />
      </View>
      <View style={paper.clinicDetail}>
        {phone && (
          <PhoneLink number={phone}>
            <Words style={paper.smallEnd}>
              {inAll(sheet, ({ locale }) => documentTranslator(locale)("phone", { phone }))}
            </Words>
          </PhoneLink>
        )}
        {address && <Words style={paper.smallEnd}>{address}</Words>}
      </View>
    </View>
  );
}

function madeLine({ locale, versionNumber, publishedOn }: PlanDocument): string {
  const t = documentTranslator(locale);
  const made = t("madeOn", { date: longDate(publishedOn, locale) });
  return `${t("version", { n: versionNumber })} · ${made}`;
}

function versionLines(sheet: Sheet): string[] {
  const { publishedOn, startsOn, title } = sheet.document;
  const begins = ({ locale }: PlanDocument) =>
    documentTranslator(locale)("startsOn", { date: longDate(startsOn, locale) });
  const { endsOn } = sheet.document;
  const ends = ({ locale }: PlanDocument) =>
    endsOn ? paperTranslator(locale)("endsOn", { date: longDate(endsOn, locale) }) : "";
  const lines = [title, inAll(sheet, madeLine)];
  if (startsOn !== publishedOn) lines.push(inAll(sheet, begins));
  if (endsOn) lines.push(inAll(sheet, ends));
  return lines;
}

function Title({ sheet, title }: { sheet: Sheet; title: string }) {
  const { paper, Words } = sheet.look;
  const whose = ({ locale, patientGivenName, therapistName }: PlanDocument) => {
    const t = documentTranslator(locale);
    return `${t("forPatient", { name: patientGivenName })} · ${t("withTherapist", { name: therapistName })}`;
  };
  return (
    <View style={paper.titleRow}>
      <View style={paper.grow}>
        <Words style={paper.title}>{title}</Words>
        <Words style={paper.subtitle}>{inAll(sheet, whose)}</Words>
        {versionLines(sheet).map((line) => (
          <Words key={line} style={paper.meta}>
            {line}
          </Words>
        ))}
      </View>
      <NewestBlock {...sheet} />
    </View>
  );
}

/** Who made it, whose it is, which version, and the therapist's note. */
export function headBlocks(
  sheet: Sheet,
  title: string,
  { withNote }: { withNote: boolean },
): Block[] {
  const { note } = sheet.document;
  const { paper, Paragraphs } = sheet.look;
  const blocks: Block[] = [
    { key: "clinic", joined: true, content: <ClinicRow {...sheet} /> },
    { key: "title", content: <Title sheet={sheet} title={title} /> },
  ];
  if (!note || !withNote) return blocks;
  const content = (
    <View style={paper.note}>
      <Paragraphs>{note}</Paragraphs>
    </View>
  );
  return [...blocks, { key: "note", content }];
}

/** On top of every page but the first. */
export function RunningHead(sheet: Sheet) {
  const { paper, Words } = sheet.look;
  const { clinic, patientGivenName } = sheet.document;
  const { locale, versionNumber, publishedOn } = sheet.document;
  const version = documentTranslator(locale)("version", { n: versionNumber });
  const plan = [patientGivenName, version, longDate(publishedOn, locale)].join(" · ");
  return (
    <View style={paper.runningHead}>
      <Words style={paper.small}>{[clinic.name, clinic.phone].filter(Boolean).join(" · ")}</Words>
      <Words style={paper.smallEnd}>{plan}</Words>
    </View>
  );
}

/** At the end of every page: the pain rule in a line, and which page this is. */
export function Foot({ sheet, page, pages }: { sheet: Sheet; page: number; pages: number }) {
  const { paper, Words } = sheet.look;
  const rule = ({ painRule, locale }: PlanDocument) =>
    painRuleSentences(painRule, locale)
      .zones.map(({ range, action }) => `${range}: ${action}`)
      .join(" · ");
  const pageOf = ({ locale }: PlanDocument) =>
    documentTranslator(locale)("pageOf", { n: page, total: pages });
  return (
    <View style={paper.foot}>
      <View style={paper.grow}>
        {[...new Set(sheet.documents.map(rule))].map((line) => (
          <Words key={line} style={paper.footLine}>
            {line}
          </Words>
        ))}
      </View>
      <View style={paper.pageOfColumn}>
        {[...new Set(sheet.documents.map(pageOf))].map((line) => (
          <Words key={line} style={paper.pageOf}>
            {line}
          </Words>
        ))}
      </View>
    </View>
  );
}
