"use client";

import { Button } from "@/lib/ui/button";

const WORDS = {
  en: {
    title: "Something went wrong on our side",
    body: "What you saved before is safe. Try again; if it stays like this, tell the clinic this code:",
    retry: "Try again",
  },
  es: {
    title: "Algo ha fallado por nuestra parte",
    body: "Lo que guardó antes está a salvo. Inténtelo de nuevo; si sigue igual, dé este código a la clínica:",
    retry: "Intentar de nuevo",
  },
} as const;

/** A page that failed: what is safe, what to do, and a code that finds the log line. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const words =
    typeof document !== "undefined" && document.documentElement.lang === "es" ? WORDS.es : WORDS.en;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "–";
  return (
    <main className="mx-auto max-w-[32rem] px-6 py-16">
      <h1 className="text-2xl">
        <span role="alert">{words.title}</span>
      </h1>
      <p className="mt-2 text-secondary">
        {words.body} <code className="font-sans font-semibold text-ink">{digest}</code>
      </p>
      <Button variant="primary" className="mt-6" onClick={retry}>
        {words.retry}
      </Button>
    </main>
  );
}
