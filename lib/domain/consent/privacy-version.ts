/** Version of the privacy text that patients consent to. A new text gets a new version, and is asked for anew. */
export const PRIVACY_VERSION = "1";
