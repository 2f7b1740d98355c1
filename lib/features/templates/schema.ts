/** Templates of Carryover are called by words, a clinic's own by UUIDs. */
const ID = /^[a-z0-9][a-z0-9-]{0,119}$/;

/** True for what could be a template's id; anything else never reaches the database. */
export function isTemplateId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}
