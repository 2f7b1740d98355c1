import { OperatorError } from "./operator-error";

type Query = (query: TemplateStringsArray) => PromiseLike<readonly Record<string, unknown>[]>;

/**
 * Refuses (`OperatorError`) to go on as a role for which row-level security is no lock: a superuser, a role
 * with BYPASSRLS, a member of such a role, or the owner of a table.
 */
export async function assertSafeAppRole(sql: Query): Promise<void> {
  const [role] = await sql`select
    current_user::text as name,
    exists (
      select from pg_roles
      where (rolsuper or rolbypassrls) and pg_has_role(current_user, oid, 'member')
    ) as unbound,
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
        and pg_has_role(current_user, c.relowner, 'member')
    ) as owner`;
  if (role && role.unbound === false && role.owner === false) return;
  const why = role?.unbound ? "is a superuser or may bypass row-level security" : "owns tables";
  throw new OperatorError(
    `Carryover does not serve as the database user ${role?.name}, who ${why}: patients' records would not be separated.`,
  );
}
