import type { Act } from "#lib/bulk/schema";
import { cardOf, type EditorialNoun } from "#lib/nouns/cards";

/** How a form names an act: `parseAct` reads it back. */
export function actName(act: Act): string {
  if (act.kind === "assign") return `assign:${act.ownerId ?? ""}`;
  return "narrowing" in act ? [act.kind, act.narrowing.name, act.value ?? ""].join(":") : act.kind;
}

const PLAIN = ["publish", "withdraw", "mistake", "review", "trash"] as const;

/** @returns null when it names no act of that noun */
export function parseAct(noun: EditorialNoun, name: string): Act | null {
  const [kind = "", place = "", value = ""] = name.split(":");
  const plain = PLAIN.find((one) => one === name);
  if (plain) return { kind: plain };
  if (kind === "assign") return { kind, ownerId: place || null };
  const narrowing = cardOf(noun).narrowings?.find((one) => one.name === place);
  if (!narrowing) return null;
  if (narrowing.kept === "one") return kind === "set" ? { kind, narrowing, value: value || null } : null;
  return (kind === "add" || kind === "remove") && value ? { kind, narrowing, value } : null;
}
