/** Binary megabytes: some systems count a file of 209 million bytes as 200 MB. */
export const MEDIA_MAX_BYTES = 200 * 1024 * 1024;
export const MEDIA_MAX_MB = 200;
/** What the photos and videos of one clinic may fill together. */
export const CLINIC_MEDIA_MAX_GB = 20;
export const CLINIC_MEDIA_MAX_BYTES = CLINIC_MEDIA_MAX_GB * 1024 * 1024 * 1024;
export const MEDIA_PER_EXERCISE = 6;
export const VIDEOS_PER_EXERCISE = 2;
export const VIDEO_MAX_MINUTES = 10;

/** What a file may be; also what every refusal names. */
export const MEDIA_FORMATS = "JPEG, PNG, WebP or HEIC for photos; MP4, WebM or MOV for videos";

/** For the file chooser; the server looks at the content alone. */
export const MEDIA_ACCEPT =
  "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif,video/mp4,video/webm,video/quicktime,.mov,.m4v";

/** Files of a photo, by the pixels of their longer side. */
export const PHOTO_SIDES = { small: 320, medium: 800, large: 1600 } as const;
export type PhotoVariant = keyof typeof PHOTO_SIDES;
export type MediaVariant = PhotoVariant | "video";
