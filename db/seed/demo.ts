/** One way into the demo clinic, as printed on the console. */
export interface DemoSignIn {
  /** "Owner", "Therapist", "Patient on a phone", ... */
  readonly who: string;
  /** E-mail and password, or a link. */
  readonly how: string;
}

export interface DemoSummary {
  readonly signIns: readonly DemoSignIn[];
}

/** Makes the demo clinics unless they exist; dates are relative to `now`. Runs as the application's login. */
export async function seedDemo(_options: { appUrl: string; now: Date }): Promise<DemoSummary> {
  return { signIns: [] };
}
