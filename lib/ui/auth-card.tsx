import type { ReactNode } from "react";
import { Logo } from "./logo";

/** A centred card for signing in, setting up and invitations; `large` gives patients the portal's type. */
export function AuthCard({
  name,
  title,
  subtitle,
  footer,
  large,
  children,
}: {
  name: string;
  title: ReactNode;
  subtitle?: ReactNode;
  /** Under the card: other ways in, language. */
  footer?: ReactNode;
  large?: boolean;
  children: ReactNode;
}) {
  return (
    <div
      data-shell={large ? "portal" : "auth"}
      className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-14"
    >
      <header className="mb-6">
        <Logo name={name} className="text-xl" />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="w-full max-w-[27rem] rounded-card border border-line bg-surface px-5 py-6 sm:px-8 sm:py-8"
      >
        <h1 className="text-2xl">{title}</h1>
        {subtitle && <p className="mt-1.5 text-secondary">{subtitle}</p>}
        <div className="mt-6">{children}</div>
      </main>
      {footer && (
        <footer className="mt-6 max-w-[27rem] text-center text-sm text-secondary">{footer}</footer>
      )}
    </div>
  );
}
