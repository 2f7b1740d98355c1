/** A line as its tokens see it, and for each of its characters the place in what was typed. */
export interface PlainText {
  /** Lower case, ASCII dashes, quotes and crosses, single spaces, no invisible marks. */
  readonly text: string;
  /** For each UTF-16 unit of `text`, and once more for its end: the place in what was typed. */
  readonly at: readonly number[];
}

// Direction marks, zero-width spaces and joiners, the byte order mark, NUL.
const INVISIBLE = /[\p{Cc}\p{Cf}]/u;
const INVISIBLE_ALL = /[\p{Cc}\p{Cf}]/gu;
const SPACES = /[\s\u0085]+/gu;
const SPACE = /[\s\u0085]/u;
const DASH = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/u;
const CROSS = /[×✕✖⨯]/u;

function plainCharacter(character: string): string {
  if (DASH.test(character)) return "-";
  if (CROSS.test(character)) return "x";
  const plain = character.normalize("NFKC").toLowerCase();
  // "㎏" is kg; but a sign that would become several signs stays one, so that no span can end within it.
  return plain.length === 1 || /^[a-z\d]+$/.test(plain) ? plain : character;
}

/** Makes one kind of every kind of space, dash, cross and digit; what a keyboard or a web page varies says nothing. */
export function plainText(typed: string): PlainText {
  let text = "";
  const at: number[] = [];
  let place = 0;
  const put = (plain: string) => {
    for (let i = 0; i < plain.length; i++) at.push(place);
    text += plain;
  };
  for (const character of typed) {
    if (SPACE.test(character)) {
      if (text !== "" && !text.endsWith(" ")) put(" ");
    } else if (!INVISIBLE.test(character)) {
      put(plainCharacter(character));
    }
    place += character.length;
  }
  at.push(place);
  return { text, at };
}

/** A piece of what was typed, to be shown, searched or kept: without invisible marks, with single spaces. */
export function tidyText(typed: string): string {
  return typed.replace(SPACES, " ").replace(INVISIBLE_ALL, "").replace(/ +/g, " ").trim();
}
