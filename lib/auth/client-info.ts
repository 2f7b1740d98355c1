/** Where a request comes from: for rate limits (`address`) and the list of devices (`device`). */
export interface ClientInfo {
  /** IPv4, or the /64 of an IPv6, which belongs to one connection; `unknown` without a header. */
  readonly address: string;
  /** Browser and system in words, such as `Safari on iPhone`; null when neither is known. */
  readonly device: string | null;
}

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/iPad/, "iPad"],
  [/iPhone|iPod/, "iPhone"],
  [/Android/, "Android"],
  [/CrOS/, "ChromeOS"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/Linux/, "Linux"],
];

/** Order matters: most browsers also claim to be the ones below them. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];

const nameOf = (agent: string, names: typeof SYSTEMS) =>
  names.find(([pattern]) => pattern.test(agent))?.[1];

/** Browser and system of a user agent in words; null when neither is recognised. */
export function deviceWords(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const browser = nameOf(userAgent, BROWSERS);
  const system = nameOf(userAgent, SYSTEMS);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? null;
}

/** The rate limit's idea of one connection. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = [
    ...left,
    ...Array(Math.max(0, 8 - left.length - right.length)).fill("0"),
    ...right,
  ];
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/**
 * Reads the request's headers. Of `x-forwarded-for` the last entry counts: the one that the nearest
 * proxy (or Next itself, without one) wrote; earlier ones are the client's own words.
 */
export function clientInfo(headers: { get(name: string): string | null }): ClientInfo {
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return {
    address: last ? networkOf(last.slice(0, 64)) : "unknown",
    device: deviceWords(headers.get("user-agent")),
  };
}
