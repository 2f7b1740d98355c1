const KEY = /^[0-9a-f-]{36}\/[0-9a-f-]{36}\/[a-z]{1,12}$/;

/** The key of a file. Throws for what is none, so that no id can lead out of the store. */
export function mediaKey(clinicId: string, mediaId: string, variant: string): string {
  const key = `${clinicId}/${mediaId}/${variant}`;
  if (!KEY.test(key)) throw new Error("no key of a media file");
  return key;
}
