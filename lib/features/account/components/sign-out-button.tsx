"use client";

import { useState } from "react";
import { Button } from "@/lib/ui/button";
import { showToast } from "@/lib/ui/toast";
import { postSignOut } from "./post-auth";

/** What this tab keeps over reloads names patients. */
function forgetTab() {
  try {
    sessionStorage.clear();
  } catch {
    // A browser that refuses its store keeps nothing in it.
  }
}

/** Signs out and goes to the sign-in page; a failed attempt says so, because the session then lives on. */
export function SignOutButton({ label, failed }: { label: string; failed: string }) {
  const [pending, setPending] = useState(false);

  async function signOut() {
    setPending(true);
    if (await postSignOut()) {
      forgetTab();
      return window.location.assign("/sign-in");
    }
    setPending(false);
    showToast({ message: failed, tone: "error" });
  }

  return (
    <Button
      variant="quiet"
      size="sm"
      pending={pending}
      onClick={signOut}
      className="!justify-start !text-secondary hover:!text-ink"
    >
      {label}
    </Button>
  );
}
