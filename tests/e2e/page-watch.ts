import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Everything that goes wrong quietly on a page; empty at the end of a test. */
export function watch(page: Page): string[] {
  const found: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") found.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => found.push(`${page.url()}: ${error.message}`));
  return found;
}

/** The page as it stands has nothing that axe objects to; the test goes on. */
export async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
