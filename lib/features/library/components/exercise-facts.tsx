import Link from "next/link";
import { dosageInWords } from "@/lib/i18n/dosage-words";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import type { ExerciseDetail, Neighbour } from "../queries";
import { facetName, listWords } from "./facet-names";

const t = translator("en", "library.page");

function basisWords({ dosageBasis, dosageSource: source }: ExerciseDetail): string {
  if (dosageBasis === "house" || dosageBasis === "clinic") return t(`basis.${dosageBasis}`);
  return source ? t(`basis.${dosageBasis}`, { source }) : t(`basis.${dosageBasis}Unnamed`);
}

/** The default amount with where it comes from. */
export function DosageCard({ exercise }: { exercise: ExerciseDetail }) {
  const { amount, frequency, extras } = dosageInWords(exercise.dosage, "en");
  return (
    <Card title={t("dosage")} subtitle={t("dosageNote")}>
      <p className="text-lg tabular-nums">{amount}</p>
      <p className="tabular-nums">{[frequency, ...extras].join(" · ")}</p>
      <p className="mt-3 text-sm text-secondary">{basisWords(exercise)}.</p>
      {exercise.dosageStated && (
        <p className="text-sm text-secondary">{t("stated", { text: exercise.dosageStated })}</p>
      )}
    </Card>
  );
}

function Fact({ term, words }: { term: string; words: string }) {
  if (!words) return null;
  return (
    <div className="flex flex-wrap gap-x-3 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <dt className="w-28 shrink-0 text-secondary">{term}</dt>
      <dd className="min-w-0">{words}</dd>
    </div>
  );
}

/** Where, how and with what it is done. */
export function FactsCard({ exercise }: { exercise: ExerciseDetail }) {
  return (
    <Card title={t("facts")}>
      <dl>
        <Fact term={t("region")} words={listWords("regions", exercise.regions)} />
        <Fact term={t("position")} words={listWords("positions", exercise.positions)} />
        <Fact term={t("equipment")} words={listWords("equipment", exercise.equipment)} />
        <Fact
          term={t("optionalEquipment")}
          words={listWords("equipment", exercise.optionalEquipment)}
        />
        <Fact term={t("kind")} words={facetName("kinds", exercise.kind)} />
      </dl>
    </Card>
  );
}

/** What it does to the body: what the rules read. */
export function TraitsCard({ exercise }: { exercise: ExerciseDetail }) {
  return (
    <Card title={t("traits")} subtitle={t("traitsNote")}>
      {exercise.traits.length === 0 ? (
        <p className="text-secondary">
          {t(exercise.lacks.includes("traits") ? "undecidedTraits" : "noTraits")}
        </p>
      ) : (
        <ul className="list-disc space-y-0.5 pl-5 marker:text-secondary">
          {exercise.traits.map((trait) => (
            <li key={trait}>{trait}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Rungs({ title, rungs }: { title: string; rungs: readonly Neighbour[] }) {
  if (rungs.length === 0) return null;
  return (
    <div className="border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0">
      <h3 className="text-sm text-secondary">{title}</h3>
      <ul>
        {rungs.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/library/${slug}`} className="inline-block py-0.5 text-spruce underline">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The steps next to it on its ladder. */
export function LadderCard({ exercise }: { exercise: ExerciseDetail }) {
  const none = exercise.easier.length + exercise.harder.length === 0;
  return (
    <Card title={t("ladder")}>
      {none && <p className="text-secondary">{t("noLadder")}</p>}
      <div>
        <Rungs title={t("easier")} rungs={exercise.easier} />
        <Rungs title={t("harder")} rungs={exercise.harder} />
      </div>
    </Card>
  );
}

/** The documents it was written from, by title. */
export function SourcesCard({ exercise }: { exercise: ExerciseDetail }) {
  return (
    <Card title={t("sources")}>
      {exercise.sources.length === 0 ? (
        <p className="text-secondary">{t("noSources")}</p>
      ) : (
        <ul className="space-y-1">
          {exercise.sources.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
