function text(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === "" ? null : value;
}

function required(name: string): string {
  const value = text(name);
  if (value === null) throw new Error(`${name} is not set; start Carryover with "npm start"`);
  return value;
}

/** The only reader of the environment. Getters, so that a missing value fails where it is needed. */
export const env = {
  /** Connection of the application's login role; never the migrating one. */
  get databaseAppUrl() {
    return required("DATABASE_APP_URL");
  },
  /** `0` behind a transaction pooler that cannot keep prepared statements. */
  get preparedStatements() {
    return text("DB_PREPARE") !== "0";
  },
  get databasePool() {
    return Number(text("DB_POOL") ?? 10);
  },
  get secret() {
    return required("NEXTAUTH_SECRET");
  },
  /** Public origin without a trailing slash. */
  get origin() {
    return required("NEXTAUTH_URL").replace(/\/$/, "");
  },
  get smtpUrl() {
    return text("SMTP_URL");
  },
  get mailFrom() {
    return text("MAIL_FROM") ?? "Carryover <no-reply@localhost>";
  },
  /** `DEMO=1`: demo clinics are wanted also beside a real one. */
  get demoAsked() {
    return text("DEMO") === "1";
  },
  get isProduction() {
    return process.env.NODE_ENV === "production";
  },
};
