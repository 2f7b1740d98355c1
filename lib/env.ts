function text(name: string): string | null {
  const value = process.env[name];
  return value === undefined || value === "" ? null : value;
}

function required(name: string): string {
  const value = text(name);
  if (value === null) throw new Error(`${name} is not set; start Carryover with "npm start"`);
  return value;
}

/** Where an S3-compatible store is; keys are absent where the platform gives credentials by itself. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string | null;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** `https://host/bucket/key` rather than `https://bucket.host/key`. */
  readonly forcePathStyle: boolean;
}

function s3Settings(): S3Settings | null {
  const bucket = text("S3_BUCKET");
  if (bucket === null) return null;
  const accessKeyId = text("S3_ACCESS_KEY_ID");
  return {
    bucket,
    region: text("S3_REGION") ?? "us-east-1",
    endpoint: text("S3_ENDPOINT"),
    credentials:
      accessKeyId === null
        ? null
        : { accessKeyId, secretAccessKey: required("S3_SECRET_ACCESS_KEY") },
    forcePathStyle: text("S3_FORCE_PATH_STYLE") === "1",
  };
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
  /** Files of this installation: photos and videos, and what is on its way to become one. */
  get dataDirectory() {
    return required("DATA_DIR");
  },
  /** Null: photos and videos lie in the data directory. */
  get s3() {
    return s3Settings();
  },
  /** `DEMO=1`: demo clinics are wanted also beside a real one. */
  get demoAsked() {
    return text("DEMO") === "1";
  },
  get isProduction() {
    return process.env.NODE_ENV === "production";
  },
};
