const SHARE_OF = /^(d’|d'|de |des |du )/;
const LEAST_BEFORE = 2;
const LEAST_AFTER = 3;
/** What is left must still say something by itself. */
const LEAST_OWN = 2;
/** Two sentences are read whole sooner than put together again. */
const LEAST_LINES = 3;

/** What the statements of figures say alike, once; and what each says of its own. */
export type ToldTogether = { caption: string | null; own: string[] };

function commonLength(lists: readonly string[][]): number {
  const [first = [], ...others] = lists;
  const end = first.findIndex((word, index) => others.some((one) => one[index] !== word));
  return end === -1 ? first.length : end;
}

/** « des fondations financent… », « des fondations évaluent… »: of whom is said once. So is what several publics think. */
export function toldTogether(statements: readonly string[]): ToldTogether {
  const lists = statements.map((statement) => statement.split(" "));
  const [first = []] = lists;
  const shortest = Math.min(...lists.map(({ length }) => length));
  const fits = (common: number, least: number) =>
    lists.length >= LEAST_LINES && common >= least && shortest - common >= LEAST_OWN;
  const before = commonLength(lists);
  if (fits(before, LEAST_BEFORE) && SHARE_OF.test(statements[0] ?? ""))
    return {
      caption: `En pourcentage ${first.slice(0, before).join(" ")}`,
      own: lists.map((words) => words.slice(before).join(" ")),
    };
  const after = commonLength(lists.map((words) => words.toReversed()));
  if (fits(after, LEAST_AFTER))
    return {
      caption: `… ${first.slice(-after).join(" ")}`,
      own: lists.map((words) => words.slice(0, -after).join(" ")),
    };
  return { caption: null, own: [...statements] };
}
