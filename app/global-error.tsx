"use client";

import "./globals.css";
import { Button } from "@/lib/ui/button";
import { Logo } from "@/lib/ui/logo";

/** The last resort, when even the frame failed; the language is not known here, so it says it in both. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto flex min-h-dvh max-w-[32rem] flex-col justify-center px-6 py-12">
          <Logo name="Carryover" className="mb-8 text-lg" />
          <h1 className="text-2xl">Something went wrong on our side</h1>
          <p className="mt-2 text-secondary">What you saved before is safe. Please try again.</p>
          <p lang="es" className="mt-4 text-secondary">
            Algo ha fallado por nuestra parte. Lo que guardó antes está a salvo. Inténtelo de nuevo.
          </p>
          <Button variant="primary" className="mt-6 self-start" onClick={retry}>
            Try again · <span lang="es">Intentar de nuevo</span>
          </Button>
        </main>
      </body>
    </html>
  );
}
