export type SignInFailure = "wrong" | "throttled" | "invalid" | "dead" | "failed" | "offline";

const CODES: readonly string[] = ["throttled", "invalid", "dead", "failed"];

async function post(path: string, fields: Record<string, string>): Promise<URL> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }).toString(),
  });
  const { url } = (await response.json()) as { url: string };
  return new URL(url, window.location.href);
}

/** Signs in through next-auth; null when it worked, else why not. */
export async function postSignIn(
  provider: "staff" | "patient",
  fields: Record<string, string>,
): Promise<SignInFailure | null> {
  try {
    const url = await post(`callback/${provider}`, { ...fields, callbackUrl: "/" });
    const code = url.searchParams.get("error");
    if (code === "CredentialsSignin") return "wrong";
    if (code) return CODES.includes(code) ? (code as SignInFailure) : "failed";
    return url.searchParams.has("csrf") ? "failed" : null;
  } catch {
    return navigator.onLine ? "failed" : "offline";
  }
}

/** Ends the session in the database and drops the cookie; false when that did not work. */
export async function postSignOut(): Promise<boolean> {
  try {
    await post("signout", { callbackUrl: "/" });
    return true;
  } catch {
    return false;
  }
}
