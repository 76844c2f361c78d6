import { createHash } from "node:crypto";

/** A long text, told by its length and its fingerprint. */
export const long = (text: string) =>
  `${text.length} signes, ${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;

type Fact = string | number | Date | null | undefined;

/** Facts in one line; null when none is known. */
export function line(...facts: Fact[]): string | null {
  const words = facts.map((fact) => (fact instanceof Date ? fact.toISOString() : String(fact ?? "")));
  return words.some((word) => word !== "") ? words.join(" | ") : null;
}

/** Looks at one thing after the other. */
export const listed = async <T, U>(items: readonly T[], look: (item: T) => Promise<U>): Promise<U[]> => {
  const seen: U[] = [];
  for (const item of items) seen.push(await look(item));
  return seen;
};

/** Facts as JSON keeps them; what is not known is not told. */
export const asJson = (facts: unknown): unknown =>
  JSON.parse(
    JSON.stringify(facts, (_, value: unknown) =>
      value === null || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  );
