/** One key by which a piece of SQL sorts, and what turns it the other way round. */
export type OrderKey = { key: string; start: number; end: number; becomes: string };

const CLOSES = /\)|(?<![\w"])(LIMIT|OFFSET|FOR|FETCH|ON|RETURNING)\b/y;

function closes(sql: string, at: number): boolean {
  CLOSES.lastIndex = at;
  return CLOSES.test(sql);
}

/** Where each key of a list begins and ends, up to what closes the list. */
function* spans(sql: string, from: number): Generator<[start: number, end: number]> {
  let start = from;
  let depth = 0;
  let at = from;
  for (; at < sql.length && !(depth === 0 && closes(sql, at)); at++) {
    if (sql[at] === "(") depth += 1;
    else if (sql[at] === ")") depth -= 1;
    else if (sql[at] === "," && depth === 0) {
      yield [start, at];
      start = at + 1;
    }
  }
  yield [start, at];
}

/**
 * The keys of every ORDER BY.
 * @param sql where what is inserted is blanked by \0
 * @param isList whether it is itself such a list, to be inserted elsewhere
 */
export function orderKeys(sql: string, isList: boolean): OrderKey[] {
  const lists = [...sql.matchAll(/ORDER BY\s/g)].map(({ index, 0: words }) => index + words.length);
  return (isList ? [0, ...lists] : lists).flatMap((list) =>
    [...spans(sql, list)].flatMap(([start, end]) => {
      // What is inserted after a key closes the list, and a key that is inserted is turned where it is written.
      const span = sql.slice(start, end).replace(/(?<=[\w")\0])\s+\0+\s*$/, "");
      const key = span.trim();
      const [down, up] = [/\s+DESC\b/.exec(span), /\bASC\b/.exec(span)];
      if (/^\0*$/.test(key)) return [];
      if (down) return [{ key, start: start + down.index, end: start + down.index + down[0].length, becomes: "" }];
      if (up) return [{ key, start: start + up.index, end: start + up.index + 3, becomes: "DESC" }];
      const at = start + (/\s*(NULLS\b.*)?$/s.exec(span)?.index ?? span.length);
      return [{ key, start: at, end: at, becomes: " DESC" }];
    }),
  );
}
