import type { Metadata } from "next";
import { loadClinicFrame } from "@/lib/features/clinic/loaders";
import { loadFigure } from "@/lib/features/figures/loaders";
import {
  DosageCard,
  FactsCard,
  LadderCard,
  SourcesCard,
  TraitsCard,
} from "@/lib/features/library/components/exercise-facts";
import { ExerciseInstructions } from "@/lib/features/library/components/exercise-instructions";
import {
  ExerciseNotices,
  ProvenanceCard,
  ReviewCard,
} from "@/lib/features/library/components/exercise-standing";
import { ExerciseToolbar } from "@/lib/features/library/components/exercise-toolbar";
import { RuleList } from "@/lib/features/library/components/rule-list";
import { loadExercise, loadMayEdit } from "@/lib/features/library/loaders";
import { translator } from "@/lib/i18n/translator";
import { PageHeader } from "@/lib/ui/page-header";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ lang?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadExercise((await params).slug)).name };
}

export default async function ExercisePage({ params, searchParams }: Props) {
  const exercise = await loadExercise((await params).slug);
  const [figure, mayEdit, { timeZone }] = await Promise.all([
    loadFigure(exercise.figureId),
    loadMayEdit(),
    loadClinicFrame(),
  ]);
  const asked = (await searchParams).lang === "es" ? "es" : "en";
  const locale = exercise.texts[asked] ? asked : asked === "es" ? "en" : "es";
  const isShared = exercise.provenance === null;
  const hasLadder = exercise.easier.length + exercise.harder.length > 0;
  const t = translator("en", "library.page");
  return (
    <>
      <PageHeader
        title={exercise.name}
        breadcrumb={[{ href: "/library", label: t("library") }]}
        breadcrumbLabel={t("breadcrumb")}
        actions={<ExerciseToolbar exercise={exercise} mayEdit={mayEdit} />}
      />
      <ExerciseNotices exercise={exercise} mayEdit={mayEdit} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] xl:grid-rows-[auto_1fr]">
        <ExerciseInstructions exercise={exercise} figure={figure} locale={locale} />
        <div className="grid min-w-0 gap-4 xl:row-span-2">
          <ReviewCard exercise={exercise} mayEdit={mayEdit} zone={timeZone} />
          {exercise.recommended && <DosageCard exercise={exercise} />}
          <FactsCard exercise={exercise} />
          {(isShared || hasLadder) && <LadderCard exercise={exercise} />}
          <TraitsCard exercise={exercise} />
          <ProvenanceCard exercise={exercise} zone={timeZone} />
          {(isShared || exercise.sources.length > 0) && <SourcesCard exercise={exercise} />}
        </div>
        <RuleList exercise={exercise} />
      </div>
    </>
  );
}
