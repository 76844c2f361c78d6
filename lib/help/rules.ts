/** In the name of a help text, what stands for any segment of an address. */
const ANY = "chaque";

const FIRST = "index";

/** Exact names first, from the left, as addresses are read. */
const exactness = (name: string): string =>
  name
    .split("/")
    .map((part) => (part === ANY ? "1" : "0"))
    .join("");

/**
 * The help text of a screen.
 * @param names of the texts that there are: « envois/textes/chaque »
 * @param segments of the address of the screen; none for the first one
 */
export function helpNamed(names: readonly string[], segments: readonly string[]): string | null {
  const fits = (name: string) => {
    const parts = name.split("/");
    return parts.length === segments.length && parts.every((part, rank) => part === ANY || part === segments[rank]);
  };
  const byExactness = (a: string, b: string) => (exactness(a) < exactness(b) ? -1 : 1);
  return (
    names
      .filter((name) => (name === FIRST ? segments.length === 0 : segments.length > 0 && fits(name)))
      .toSorted(byExactness)[0] ?? null
  );
}
