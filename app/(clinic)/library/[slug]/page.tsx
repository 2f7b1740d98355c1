import type { Metadata } from "next";
import { loadFigure } from "@/lib/features/figures/loaders";
import {
  DosageCard,
  FactsCard,
  LadderCard,
  SourcesCard,
  TraitsCard,
} from "@/lib/features/library/components/exercise-facts";
import { ExerciseInstructions } from "@/lib/features/library/components/exercise-instructions";
import { RuleList } from "@/lib/features/library/components/rule-list";
import { loadExercise } from "@/lib/features/library/loaders";
import { translator } from "@/lib/i18n/translator";
import { Notice } from "@/lib/ui/notice";
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
  const figure = await loadFigure(exercise.figureId);
  const wantsSpanish = (await searchParams).lang === "es";
  const locale = exercise.texts[wantsSpanish ? "es" : "en"]
    ? wantsSpanish
      ? "es"
      : "en"
    : exercise.texts.en
      ? "en"
      : "es";
  const t = translator("en", "library.page");
  return (
    <>
      <PageHeader
        title={exercise.name}
        breadcrumb={[{ href: "/library", label: t("library") }]}
        breadcrumbLabel={t("breadcrumb")}
      />
      <div className="mb-4 grid gap-3">
        {!exercise.recommended && (
          <Notice tone="clay" title={t("avoidTitle")}>
            {t("avoidText")}
          </Notice>
        )}
        {!exercise.reviews.some(({ isCurrent }) => isCurrent) && (
          <Notice icon="info" title={t("draftTitle")}>
            {t("draftText")}
          </Notice>
        )}
      </div>
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] xl:grid-rows-[auto_1fr]">
        <ExerciseInstructions exercise={exercise} figure={figure} locale={locale} />
        <div className="grid min-w-0 gap-4 xl:row-span-2">
          {exercise.recommended && <DosageCard exercise={exercise} />}
          <FactsCard exercise={exercise} />
          <LadderCard exercise={exercise} />
          <TraitsCard exercise={exercise} />
          <SourcesCard exercise={exercise} />
        </div>
        <RuleList exercise={exercise} />
      </div>
    </>
  );
}
