import { jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { FigureArt } from "../../lib/figures/art";
import { createdAt } from "./columns";

/**
 * A baked picture; the same for every clinic, holds nothing about people. Rows are only ever added:
 * a published plan keeps the picture it was published with.
 */
export const figure = pgTable("figure", {
  /** First 32 hex digits of the SHA-256 of the art as canonical JSON. */
  id: text("id").primaryKey(),
  art: jsonb("art").$type<FigureArt>().notNull(),
  createdAt: createdAt(),
});
