import { Document, Image, Page, View } from "@react-pdf/renderer";
import type { PaperSize, PlanDocument } from "../domain/plan/plan-document";
import { longDate } from "../i18n/date-words";
import { documentTranslator, painRuleSentences } from "../i18n/document-words";
import { ExerciseBlock } from "./exercise-block";
import { paper } from "./paper-style";
import { NewestBlock, PainRuleBlock, StopBlock } from "./safety-blocks";
import { Paragraphs, Words } from "./words";

function Logo({ document: { clinic } }: { document: PlanDocument }) {
  if (!clinic.logo) return <Words style={paper.clinicName}>{clinic.name}</Words>;
  const format = clinic.logo.mime === "image/png" ? "png" : "jpg";
  return (
    <View>
      <Image
        src={{ data: Buffer.from(clinic.logo.base64, "base64"), format }}
        style={{ maxHeight: 34, maxWidth: 190, objectFit: "contain", objectPosition: "0 50%" }}
      />
      <Words style={[paper.clinicName, { fontSize: 11, marginTop: 4 }]}>{clinic.name}</Words>
    </View>
  );
}

function versionLines(document: PlanDocument): string[] {
  const { locale, versionNumber, publishedOn, startsOn } = document;
  const t = documentTranslator(locale);
  const made = t("madeOn", { date: longDate(publishedOn, locale) });
  const lines = [document.title, `${t("version", { n: versionNumber })} · ${made}`];
  if (startsOn !== publishedOn) lines.push(t("startsOn", { date: longDate(startsOn, locale) }));
  return lines;
}

function Head({ document }: { document: PlanDocument }) {
  const t = documentTranslator(document.locale);
  const { clinic, patientGivenName, therapistName, note } = document;
  const contact = [clinic.phone && t("phone", { phone: clinic.phone }), clinic.address];
  return (
    <>
      <View style={paper.clinicRow}>
        <View style={paper.grow}>
          <Logo document={document} />
        </View>
        <View style={paper.clinicDetail}>
          {contact.map(
            (line) =>
              line && (
                <Words key={line} style={paper.smallEnd}>
                  {line}
                </Words>
              ),
          )}
        </View>
      </View>
      <View style={paper.titleRow}>
        <View style={paper.grow}>
          <Words style={paper.title}>{t("yourExercises")}</Words>
          <Words style={paper.subtitle}>
            {`${t("forPatient", { name: patientGivenName })} · ${t("withTherapist", { name: therapistName })}`}
          </Words>
          {versionLines(document).map((line) => (
            <Words key={line} style={paper.meta}>
              {line}
            </Words>
          ))}
        </View>
        <NewestBlock document={document} />
      </View>
      {note && (
        <View style={paper.note}>
          <Paragraphs>{note}</Paragraphs>
        </View>
      )}
    </>
  );
}

function RunningHead({ document }: { document: PlanDocument }) {
  const t = documentTranslator(document.locale);
  const { clinic, patientGivenName, versionNumber, publishedOn, locale } = document;
  const plan = [
    patientGivenName,
    t("version", { n: versionNumber }),
    longDate(publishedOn, locale),
  ].join(" · ");
  return (
    <View style={paper.runningHead}>
      <Words style={paper.small}>{[clinic.name, clinic.phone].filter(Boolean).join(" · ")}</Words>
      <Words style={paper.smallEnd}>{plan}</Words>
    </View>
  );
}

function Foot({ document, page, pages }: { document: PlanDocument; page: number; pages: number }) {
  const t = documentTranslator(document.locale);
  const { zones } = painRuleSentences(document.painRule, document.locale);
  return (
    <View style={paper.foot}>
      <Words style={paper.small}>
        {zones.map(({ range, action }) => `${range}: ${action}`).join(" · ")}
      </Words>
      <Words style={paper.pageOf}>{t("pageOf", { n: page, total: pages })}</Words>
    </View>
  );
}

/** A published plan on paper. Pure: the same document and paper always give the same bytes. */
export function PlanPdf({ document, paperSize }: { document: PlanDocument; paperSize: PaperSize }) {
  const { locale, clinic, versionNumber, publishedOn, exercises } = document;
  const date = new Date(`${publishedOn}T00:00:00Z`);
  const title = documentTranslator(locale)("documentTitle", { n: versionNumber });
  return (
    <Document
      title={title}
      author={clinic.name}
      creator="Carryover"
      producer="Carryover"
      language={locale}
      creationDate={date}
      modificationDate={date}
    >
      <Page
        size={paperSize === "A4" ? "A4" : "LETTER"}
        style={paper.page}
        experimentalPagination
        layout={({ children, pageNumber = 1, totalPages = 1 }) => (
          <>
            {pageNumber > 1 && <RunningHead document={document} />}
            <View style={paper.flow}>{children}</View>
            <Foot document={document} page={pageNumber} pages={totalPages} />
          </>
        )}
      >
        <Head document={document} />
        {exercises.map((exercise, i) => (
          <ExerciseBlock
            key={exercise.prescribedId}
            exercise={exercise}
            number={i + 1}
            locale={locale}
          />
        ))}
        <PainRuleBlock document={document} />
        <StopBlock document={document} />
      </Page>
    </Document>
  );
}
