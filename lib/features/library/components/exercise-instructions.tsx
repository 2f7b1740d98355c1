import type { FigureArt } from "@/lib/figures/art";
import { FigureMotion } from "@/lib/figures/figure-motion";
import { figureWords } from "@/lib/i18n/figure-words";
import { translator } from "@/lib/i18n/translator";
import { Card } from "@/lib/ui/card";
import { ChipLink, ChipRow } from "@/lib/ui/chip";
import { MediaGallery } from "../../media/components/media-gallery";
import type { ExerciseDetail } from "../queries";

const t = translator("en", "library.page");
const LOCALES = ["en", "es"] as const;

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <div className="border-t border-line py-3.5 last:pb-0 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)] sm:gap-4">
      <h3 className="text-secondary max-sm:mb-1">{title}</h3>
      <div className="min-w-0 max-w-[60ch]">{children}</div>
    </div>
  );
}

/** What the patient reads, in the chosen language, under the figure and what it shows in words. */
export function ExerciseInstructions({
  exercise,
  figure,
  locale,
}: {
  exercise: ExerciseDetail;
  figure: FigureArt | null;
  locale: "en" | "es";
}) {
  const text = exercise.texts[locale];
  if (!text) return null;
  const written = LOCALES.filter((each) => exercise.texts[each]);
  return (
    <Card
      title={t("instructions")}
      actions={
        written.length > 1 && (
          <ChipRow label={t("language")}>
            {written.map((each) => (
              <ChipLink
                key={each}
                href={`/library/${exercise.slug}${each === "en" ? "" : `?lang=${each}`}`}
                replace
                scroll={false}
                selected={each === locale}
              >
                {t(`languages.${each}`)}
              </ChipLink>
            ))}
          </ChipRow>
        )
      }
    >
      {LOCALES.filter((each) => !exercise.texts[each]).map((each) => (
        <p key={each} className="mb-3 text-secondary">
          {t(`noLanguage.${each}`)}
        </p>
      ))}
      <figure className="mb-4">
        {(figure || (exercise.media.length === 0 && exercise.provenance === null)) && (
          <FigureMotion
            art={figure}
            alt=""
            words={figureWords(figure, "en")}
            mirrored={exercise.dosage.side === "left"}
            poses="always"
          />
        )}
        <MediaGallery
          media={exercise.media}
          name={text.name}
          alt={text.alt}
          locale={locale}
          className={figure ? "mt-4" : undefined}
        />
        {text.alt && (
          <figcaption className="mx-auto mt-3 max-w-[60ch] text-center text-secondary">
            <span className="sr-only">{t("figure")}: </span>
            <span lang={locale}>{text.alt}</span>
          </figcaption>
        )}
      </figure>
      {text.name !== exercise.name && (
        <Part title={t("name")}>
          <p lang={locale} className="font-semibold">
            {text.name}
          </p>
        </Part>
      )}
      {text.setup && (
        <Part title={t("setup")}>
          <p lang={locale}>{text.setup}</p>
        </Part>
      )}
      {text.steps.length > 0 && (
        <Part title={t("steps")}>
          <ol lang={locale} className="list-decimal space-y-1 pl-5 marker:text-secondary">
            {text.steps.map((step, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps may repeat word for word
              <li key={i}>{step}</li>
            ))}
          </ol>
        </Part>
      )}
      {text.feel && (
        <Part title={t("feel")}>
          <p lang={locale}>{text.feel}</p>
        </Part>
      )}
      {text.faults.length > 0 && (
        <Part title={t("faults")}>
          <ul lang={locale} className="list-disc space-y-1 pl-5 marker:text-secondary">
            {text.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Part>
      )}
      {text.cautions.length > 0 && (
        <Part title={t("cautions")}>
          <ul lang={locale} className="list-disc space-y-1 pl-5 marker:text-secondary">
            {text.cautions.map((caution) => (
              <li key={caution}>{caution}</li>
            ))}
          </ul>
        </Part>
      )}
      {text.aliases.length > 0 && (
        <Part title={t("otherNames")}>
          <p lang={locale}>{text.aliases.join(" · ")}</p>
        </Part>
      )}
    </Card>
  );
}
