/**
 * Puts a text on the clipboard; false where the browser refuses. Called in the very event of a press: the
 * text may still be on its way, since browsers forget the press when the write begins later.
 */
export async function copyText(text: Promise<string>): Promise<boolean> {
  text.catch(() => {});
  try {
    if (typeof ClipboardItem === "function" && navigator.clipboard?.write) {
      const plain = text.then((words) => new Blob([words], { type: "text/plain" }));
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
    } else await navigator.clipboard.writeText(await text);
    return true;
  } catch {
    return false;
  }
}
