import type { MediaView } from "../media-view";

/** Why a file was not taken; `sentence`: the server's own words about this very file. */
export type SendFault =
  | { readonly why: "signedOut" | "refused" | "throttled" | "offline" | "failed" }
  | { readonly why: "said"; readonly sentence: string };

export class SendFailed extends Error {
  override readonly name = "SendFailed";
  constructor(readonly fault: SendFault) {
    super(fault.why);
  }
}

const BY_STATUS: Readonly<Record<number, Exclude<SendFault["why"], "said">>> = {
  401: "signedOut",
  403: "refused",
  429: "throttled",
};

interface Answer {
  readonly media?: MediaView;
  readonly fields?: { readonly media?: string };
}

function faultOf(status: number, answer: Answer | null): SendFault {
  const sentence = answer?.fields?.media;
  if (sentence) return { why: "said", sentence };
  return { why: BY_STATUS[status] ?? "failed" };
}

/**
 * Sends one file as it is; rejects with `SendFailed`, or as `signal` says. XMLHttpRequest, since `fetch`
 * does not tell how much was sent.
 */
export function sendFile(
  file: File,
  { onSent, signal }: { onSent: (share: number) => void; signal: AbortSignal },
): Promise<MediaView> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/media");
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onSent(total > 0 ? loaded / total : 0),
    );
    request.addEventListener("load", () => {
      const answer = request.response as Answer | null;
      if (request.status === 200 && answer?.media) resolve(answer.media);
      else reject(new SendFailed(faultOf(request.status, answer)));
    });
    request.addEventListener("error", () => reject(new SendFailed({ why: "offline" })));
    request.addEventListener("abort", () => reject(signal.reason));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
