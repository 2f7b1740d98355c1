import { Document, Image, Page, View } from "@react-pdf/renderer";
import { adviceByMoment } from "../domain/plan/advice";
import type { PaperSize, PlanDocument } from "../domain/plan/plan-document";
import type { DrawnDocument } from "../figures/drawn-document";
import type { PictureInk } from "../figures/figure-pdf";
import { longDate } from "../i18n/date-words";
import { documentTranslator, painRuleSentences } from "../i18n/document-words";
import { AdviceBlocks } from "./advice-blocks";
import { ExerciseBlock } from "./exercise-block";
import { MARGIN_BOTTOM, MARGIN_TOP, paper } from "./paper-style";
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

const SIZES = { A4: "A4", Letter: "LETTER" } as const;

interface Sheet {
  readonly document: DrawnDocument;
  readonly paperSize: PaperSize;
}

interface Drawn extends Sheet {
  readonly ink: PictureInk;
}

/** What flows down the pages: the head, what to read first, each exercise, what is good to know, the pain rule, what to stop for. */
function Flow({ document, ink, split }: Omit<Drawn, "paperSize"> & { split: boolean }) {
  const t = documentTranslator(document.locale);
  const { beforeStarting, goodToKnow } = adviceByMoment(document.advice);
  return (
    <>
      <Head document={document} />
      <AdviceBlocks heading={t("beforeYouStart")} items={beforeStarting} />
      {document.exercises.map((exercise, i) => (
        <ExerciseBlock
          key={exercise.prescribedId}
          exercise={exercise}
          number={i + 1}
          locale={document.locale}
          split={split}
          ink={ink}
        />
      ))}
      <AdviceBlocks heading={t("goodToKnow")} items={goodToKnow} />
      <PainRuleBlock document={document} />
      <StopBlock document={document} />
    </>
  );
}

/** Everything in one piece, however long: first the running head and the foot, then the flow. */
export function PlanColumn({ document, paperSize, ink }: Drawn) {
  return (
    <Document>
      <Page size={SIZES[paperSize]} style={paper.page} wrap={false}>
        <RunningHead document={document} />
        <Foot document={document} page={1} pages={1} />
        <Flow document={document} ink={ink} split={false} />
      </Page>
    </Document>
  );
}

/**
 * The flow broken over pages by react-pdf, which can break within an exercise.
 * @param above points that the running head takes on each page
 * @param below points that the foot takes
 */
export function PlanFlow({
  document,
  paperSize,
  ink,
  above,
  below,
}: Drawn & { above: number; below: number }) {
  const room = { paddingTop: MARGIN_TOP + above, paddingBottom: MARGIN_BOTTOM + below };
  return (
    <Document>
      <Page size={SIZES[paperSize]} style={{ ...paper.page, ...room }} experimentalPagination>
        <Flow document={document} ink={ink} split />
      </Page>
    </Document>
  );
}

/** What stands around the flow: a page each with running head and foot. */
export function PlanFrames({ document, paperSize, pages }: Sheet & { pages: number }) {
  return (
    <Document>
      {Array.from({ length: pages }, (_, i) => i + 1).map((n) => (
        <Page key={n} size={SIZES[paperSize]} style={paper.page} wrap={false}>
          <RunningHead document={document} />
          <Foot document={document} page={n} pages={pages} />
        </Page>
      ))}
    </Document>
  );
}
