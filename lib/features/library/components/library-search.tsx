"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { SearchField } from "@/lib/ui/search-field";
import type { LibraryChoice } from "../loaders";
import { libraryHref } from "./library-href";

const QUIET_MS = 150;
const TEXT_MAX = 200;

/** Search as you type; the text lives in the address, so that back and reload keep it. */
export function LibrarySearch({
  choice,
  label,
  hint,
  trailing,
}: {
  choice: LibraryChoice;
  label: string;
  hint: string;
  trailing: string | null;
}) {
  const router = useRouter();
  const [text, setText] = useState(choice.text);
  const sent = useRef(choice.text);

  useEffect(() => {
    // The address changed by a link or by going back, not by what was typed here.
    if (choice.text !== sent.current) {
      sent.current = choice.text;
      setText(choice.text);
    }
  }, [choice.text]);

  useEffect(() => {
    const wanted = text.trim();
    if (wanted === sent.current.trim()) return;
    const timer = setTimeout(() => {
      sent.current = wanted;
      router.replace(libraryHref({ ...choice, text: wanted }), { scroll: false });
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [text, choice, router]);

  return (
    <search className="max-sm:w-full">
      <form action="/library">
        {choice.scope !== "all" && <input type="hidden" name="scope" value={choice.scope} />}
        {choice.retired && <input type="hidden" name="retired" value="1" />}
        {choice.collection !== "all" && (
          <input type="hidden" name="list" value={choice.collection} />
        )}
        {choice.conditionId && <input type="hidden" name="condition" value={choice.conditionId} />}
        <SearchField
          name="q"
          label={label}
          placeholder={label}
          title={hint}
          shortcut="/"
          trailing={trailing}
          maxLength={TEXT_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="w-full sm:w-80"
        />
      </form>
    </search>
  );
}
