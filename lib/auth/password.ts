import { hash, verify } from "@node-rs/argon2";

/** OWASP's minimum for argon2id; about 50 ms. The library's default algorithm is argon2id. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Same cost as a real hash, of a password nobody has: unknown users take as long as known ones. */
const NOBODY =
  "$argon2id$v=19$m=19456,t=2,p=1$rqywvPX4GQc2dBF8ME3MZA$5QgZwstGHO9gGUorNmYzEB+0viMt6t0mcdw5p3hS60g";

/** argon2id hash in PHC format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** True when the password fits. With `null` (unknown user) it works as long and answers false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? NOBODY, password);
  return stored !== null && fits;
}
