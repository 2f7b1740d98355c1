import { sql } from "drizzle-orm";
import { check, customType, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";
import { PAPER_SIZES } from "../../lib/domain/plan/plan-document";
import { clinicPolicy, createdAt, instant, painRuleColumns, staffWritesPolicy } from "./columns";

const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });

/** A tenant and its settings. */
export const clinic = pgTable(
  "clinic",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    phone: text("phone"),
    address: text("address"),
    emergencyNumber: text("emergency_number").notNull(),
    paperSize: text("paper_size", { enum: PAPER_SIZES }).notNull(),
    /** ISO weekday on which weeks begin. */
    weekStart: smallint("week_start").notNull(),
    timeZone: text("time_zone").notNull(),
    logo: bytea("logo"),
    logoMime: text("logo_mime", { enum: ["image/png", "image/jpeg"] }),
    ...painRuleColumns(),
    /** Days without a log after which a patient counts as silent. */
    silentDays: smallint("silent_days").notNull().default(7),
    /** Points by which the 7-day mean must rise to be a reason to look. */
    painRisePoints: smallint("pain_rise_points").notNull().default(2),
    /** A single rating from which a reason to look arises. */
    highPain: smallint("high_pain").notNull().default(8),
    /** Exercises above which the builder nudges. */
    burdenLimit: smallint("burden_limit").notNull().default(4),
    isDemo: smallint("is_demo").notNull().default(0),
    createdAt: createdAt(),
    updatedAt: instant("updated_at"),
  },
  (t) => [
    check("clinic_week_start", sql`${t.weekStart} between 1 and 7`),
    check(
      "clinic_pain_rule",
      sql`${t.greenMax} >= 0 and ${t.amberMax} > ${t.greenMax} and ${t.amberMax} <= 9 and ${t.settledMax} between 0 and 5`,
    ),
    check(
      "clinic_signals",
      sql`${t.silentDays} between 1 and 60 and ${t.painRisePoints} between 1 and 10 and ${t.highPain} between 1 and 10 and ${t.burdenLimit} between 1 and 30`,
    ),
    clinicPolicy(t.id),
    staffWritesPolicy(),
  ],
);
