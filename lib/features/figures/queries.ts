import { eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import { inScope, type Tx } from "../../../db/client";
import { figure } from "../../../db/schema/figure";
import { NotFound } from "../../errors/app-error";
import type { FigureArt, FigureStills } from "../../figures/art";

const ID = /^[0-9a-f]{32}$/;

/** Key poses by id, for paper; `ids` is a query. The moving outlines, most of the bytes, stay in the database. */
export async function figureStills(tx: Tx, ids: SQLWrapper): Promise<Map<string, FigureStills>> {
  const rows = await tx
    .select({
      id: figure.id,
      stills: sql<FigureStills>`${figure.art} - 'motion' - 'thumb'`,
    })
    .from(figure)
    .where(inArray(figure.id, ids));
  return new Map(rows.map(({ id, stills }) => [id, stills]));
}

/** A picture. Holds nothing about people, so anyone may have it. Throws `NotFound`. */
export async function figureArt(id: string): Promise<FigureArt> {
  if (!ID.test(id)) throw new NotFound();
  const [row] = await inScope({}, (tx) =>
    tx.select({ art: figure.art }).from(figure).where(eq(figure.id, id)),
  );
  if (!row) throw new NotFound();
  return row.art;
}

/** The small still picture of a list. Throws `NotFound`. */
export async function figureThumb(id: string): Promise<Pick<FigureArt, "thumb">> {
  if (!ID.test(id)) throw new NotFound();
  const [row] = await inScope({}, (tx) =>
    tx
      .select({ thumb: sql<FigureArt["thumb"]>`${figure.art} -> 'thumb'` })
      .from(figure)
      .where(eq(figure.id, id)),
  );
  if (!row) throw new NotFound();
  return row;
}
