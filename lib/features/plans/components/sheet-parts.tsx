import type { ReactNode } from "react";
import type { DocumentExercise, PlanDocument } from "../../../domain/plan/plan-document";
import { type PlanPart, planParts } from "../../../domain/plan/plan-parts";
import { documentTranslator } from "../../../i18n/document-words";
import { phaseTitle } from "../../../i18n/exercise-words";
import { phaseBeginWords } from "../../../i18n/phase-words";
import { Badge } from "../../../ui/badge";
import { SheetExercise } from "./sheet-exercise";

interface PartsProps {
  readonly document: PlanDocument;
  readonly figureOf: (exercise: DocumentExercise) => ReactNode;
  /** Of a part's own heading; its exercises follow one below. */
  readonly as: "h2" | "h3";
  /** The phase in force, where it is known. */
  readonly currentPhaseId: string | null;
}

/** The exercises of a plan: by phase where it has any, else as one list. */
export function SheetParts(props: PartsProps) {
  const { document, as } = props;
  if (document.phases.length === 0)
    return <Exercises {...props} exercises={document.exercises} heading={as} />;
  return planParts(document).map((part) => (
    <Part key={part.phase?.phaseId ?? "always"} {...props} part={part} />
  ));
}

function Part({ part, ...props }: PartsProps & { part: PlanPart<DocumentExercise> }) {
  const { document, as: Heading, currentPhaseId } = props;
  const { locale } = document;
  const t = documentTranslator(locale);
  const { phase, number, exercises } = part;
  return (
    <section className="mt-8 border-t-2 border-ink pt-5">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Heading dir="auto" className="min-w-0 text-2xl break-words">
          {phase ? phaseTitle(phase, number, locale) : t("phase.always")}
        </Heading>
        {phase && phase.phaseId === currentPhaseId && <Badge tone="spruce">{t("phase.now")}</Badge>}
      </div>
      {phase?.aim && (
        <p dir="auto" className="max-w-[65ch] break-words">
          {phase.aim}
        </p>
      )}
      {phase && (
        <p className="max-w-[65ch] text-secondary">
          <span className="font-semibold">{t("phase.begins")}</span>{" "}
          {phaseBeginWords(phase, number === 1, locale)}
        </p>
      )}
      {exercises.length > 0 ? (
        <Exercises {...props} exercises={exercises} heading={Heading === "h2" ? "h3" : "h4"} />
      ) : (
        <p>{t("phase.onlyAlways")}</p>
      )}
    </section>
  );
}

function Exercises({
  document,
  figureOf,
  exercises,
  heading,
}: PartsProps & {
  exercises: readonly DocumentExercise[];
  heading: "h2" | "h3" | "h4";
}) {
  return (
    <ol className="mt-6">
      {exercises.map((exercise) => (
        <SheetExercise
          key={exercise.prescribedId}
          exercise={exercise}
          figure={figureOf(exercise)}
          // By its place in the whole plan, as on paper: "exercise 3" is the same for both.
          number={document.exercises.indexOf(exercise) + 1}
          rule={document.painRule}
          locale={document.locale}
          as={heading}
        />
      ))}
    </ol>
  );
}
