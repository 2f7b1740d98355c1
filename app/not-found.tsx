import { requestLocale } from "@/lib/i18n/request-locale";
import { LinkButton } from "@/lib/ui/button";
import { Logo } from "@/lib/ui/logo";

const WORDS = {
  en: {
    title: "This page is not here",
    body: "It may have moved, or it belongs to someone else. Nothing is lost.",
    home: "Go to the start",
  },
  es: {
    title: "Esta página no está aquí",
    body: "Puede que se haya movido o que sea de otra persona. No se ha perdido nada.",
    home: "Ir al inicio",
  },
} as const;

/** Absent, or of somebody else: the same page for both. */
export default async function NotFound() {
  const words = WORDS[await requestLocale()];
  return (
    <main className="mx-auto flex min-h-dvh max-w-[32rem] flex-col justify-center px-6 py-12">
      <Logo name="Carryover" className="mb-8 text-lg" />
      <h1 className="text-2xl">{words.title}</h1>
      <p className="mt-2 text-secondary">{words.body}</p>
      <div className="mt-6">
        <LinkButton href="/" variant="primary">
          {words.home}
        </LinkButton>
      </div>
    </main>
  );
}
