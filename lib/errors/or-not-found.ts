import "server-only";
import { notFound } from "next/navigation";
import { NotFound, Refused } from "./app-error";

/** For loaders: absent, another clinic's and not for this role are the same page that is not there. */
export async function orNotFound<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof NotFound || error instanceof Refused) notFound();
    throw error;
  }
}
