export const sixties = (second: number) =>
  [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60] as const;

/** « 00:12:34 »: how a moment of the replay is written in a transcript. @param second a whole number of them */
export const timeCode = (second: number): string =>
  sixties(second)
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
