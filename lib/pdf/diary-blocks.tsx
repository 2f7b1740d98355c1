import { View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import { type DiaryCell, type DiaryDay, type DiaryWeek, diaryWeeks } from "../domain/plan/diary";
import { shortDate } from "../i18n/date-words";
import { dayWords } from "../i18n/day-words";
import { dosageInWords, dosageShort } from "../i18n/dosage-words";
import { paperTranslator } from "../i18n/paper-words";
import type { Look } from "./look";
import type { Block, Sheet } from "./sheet";

function times(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}

function Ticks({ cell, look: { paper } }: { cell: DiaryCell | null; look: Look }) {
  if (!cell) return <View style={[paper.dayCell, paper.dayOff]} />;
  return (
    <View style={paper.dayCell}>
      {times(cell.boxes).map((i) => (
        <View key={i} style={paper.tick} />
      ))}
      {times(cell.optional).map((i) => (
        <View key={i + cell.boxes} style={[paper.tick, paper.tickOptional]} />
      ))}
    </View>
  );
}

/** Where a number is written: one field for each sitting. */
function Scores({ count, look: { paper } }: { count: number; look: Look }) {
  return (
    <View style={count === 0 ? [paper.dayCell, paper.dayOff] : paper.dayCell}>
      {times(count).map((i) => (
        <View key={i} style={[paper.tick, count === 1 ? paper.score : paper.scoreHalf]} />
      ))}
    </View>
  );
}

function Row({
  name,
  hint,
  look: { paper, Words },
  children,
}: {
  name: string;
  hint: string;
  look: Look;
  children: ReactNode;
}) {
  return (
    <View style={paper.dayRow}>
      <View style={paper.dayLabel}>
        <Words style={paper.dayLabelName}>{name}</Words>
        {hint !== "" && <Words style={paper.dayLabelHint}>{hint}</Words>}
      </View>
      {children}
    </View>
  );
}

function DayHead({ sheet, week, title }: { sheet: Sheet; week: DiaryWeek; title: string }) {
  const { document, look } = sheet;
  const { paper, Words } = look;
  return (
    <View style={paper.week}>
      <View style={paper.dayHead}>
        <View style={paper.dayLabel}>
          <Words style={paper.weekTitle}>{title}</Words>
        </View>
        {week.map(({ date }) => {
          const [weekday = "", ...day] = dayWords(date, document.locale, {
            style: "short",
            standing: true,
          }).split(" ");
          return (
            <View key={date} style={paper.dayHeadCell}>
              <Words style={paper.dayName}>{weekday}</Words>
              <Words style={paper.dayDate}>{day.join(" ")}</Words>
            </View>
          );
        })}
      </View>
    </View>
  );
}

function weekBlocks(
  sheet: Sheet,
  week: DiaryWeek,
  { n, total, isTogether }: { n: number; total: number; isTogether: boolean },
): Block[] {
  const { document, look } = sheet;
  const { locale, exercises } = document;
  const { paper, Words } = look;
  const t = paperTranslator(locale);
  const group = `week-${n}`;
  const together = isTogether ? { group } : {};
  const [first] = week as [DiaryDay];
  const [from, to] = [first, week.at(-1) as DiaryDay].map(({ date }) => shortDate(date, locale));
  const days = t("diary.days", { from: from ?? "", to: to ?? "" });
  const title = total === 1 ? days : t("diary.week", { n, total });
  const head: Block = {
    key: group,
    ...together,
    joined: true,
    content: <DayHead sheet={sheet} week={week} title={title} />,
    bookmark: { title: total === 1 ? days : `${title}, ${days}`, under: "diary" },
  };
  const inWeek = { ...together, repeats: group };
  const several = week.some(({ sittings }) => sittings > 1);
  const hint = (words: string) => (several ? `${words}, ${t("diary.sittings")}` : words);
  const scores = (
    key: string,
    name: string,
    words: string,
    countOf: (day: DiaryDay) => number,
  ) => ({
    key: `${group}-${key}`,
    ...inWeek,
    content: (
      <Row name={name} hint={words} look={look}>
        {week.map((day) => (
          <Scores key={day.date} count={countOf(day)} look={look} />
        ))}
      </Row>
    ),
  });
  return [
    head,
    scores("morning", t("diary.morning"), t("diary.morningHint"), () => 1),
    scores("before", t("diary.before"), hint(t("diary.beforeHint")), (day) => day.sittings),
    ...exercises.map(({ prescribedId, name, dosage, mustDo }, i) => ({
      key: `${group}-${prescribedId}`,
      ...inWeek,
      content: (
        <Row
          name={`${mustDo ? "★ " : ""}${i + 1}. ${name}`}
          hint={`${dosageShort(dosage, locale)} · ${dosageInWords(dosage, locale).frequency}`}
          look={look}
        >
          {week.map(({ date, cells }) => (
            <Ticks key={date} cell={cells.get(prescribedId) ?? null} look={look} />
          ))}
        </Row>
      ),
    })),
    scores("after", t("diary.after"), hint(t("diary.afterHint")), (day) => day.sittings),
    {
      key: `${group}-note`,
      ...inWeek,
      content: (
        <View style={paper.diaryNote}>
          <Words style={paper.dayLabelName}>{t("diary.note")}</Words>
          <View style={paper.diaryNoteLine} />
          <View style={paper.diaryNoteLine} />
        </View>
      ),
    },
  ];
}

/**
 * How to fill it in, then each week: days across, exercises and pain down, a box for each time.
 * @param isAppended it follows a plan, on pages of its own, rather than being the whole paper
 */
export function diaryBlocks(sheet: Sheet, isAppended: boolean): Block[] {
  const { diary } = sheet.choices;
  const weeks = diary ? diaryWeeks(diary) : [];
  const { paper, Words } = sheet.look;
  const t = paperTranslator(sheet.document.locale);
  if (weeks.length === 0) return [];
  return [
    {
      key: "diary",
      ...(isAppended && { group: "week-1" }),
      joined: true,
      fresh: isAppended,
      bookmark: { title: t("diary.title") },
      content: (
        <View style={isAppended ? {} : paper.diaryHow}>
          {isAppended && <Words style={paper.heading}>{t("diary.title")}</Words>}
          <Words style={paper.diaryWords}>
            {["how", "howPain", "bring"].map((key) => t(`diary.${key as "how"}`)).join(" ")}
          </Words>
        </View>
      ),
    },
    // The first week of a diary alone begins below the title, even where it has to go over the page.
    ...weeks.flatMap((week, i) =>
      weekBlocks(sheet, week, {
        n: i + 1,
        total: weeks.length,
        isTogether: isAppended || i > 0,
      }),
    ),
  ];
}
