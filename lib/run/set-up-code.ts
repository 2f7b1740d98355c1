import postgres from "postgres";
import { hashCode, newCode } from "../auth/secrets";

/**
 * A one-time code for the first visit to a database without a clinic, or null when one was used already.
 * Only its hash is kept; several instances may each have printed one, and any of them will do.
 */
export async function issueSetUpCode(ownerUrl: string): Promise<string | null> {
  const sql = postgres(ownerUrl, { max: 1, prepare: false, onnotice: () => {} });
  try {
    const [used] = await sql`select from setup_code where used_at is not null limit 1`;
    if (used) return null;
    const code = newCode();
    await sql`delete from setup_code where created_at < now() - interval '1 day' and used_at is null`;
    await sql`insert into setup_code (code_hash) values (${hashCode(code)})`;
    return code;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
