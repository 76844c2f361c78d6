import type { Departure } from "#lib/publication/departures/schema";
import type { DepartureKind } from "#prisma/enums";

/** What may become of an address, as the team chooses it. */
export const departureLabels = {
  withdrawn: "Elle est dépassée\u00A0: elle reste à son adresse, qui dit qu’elle est retirée, et pourquoi",
  mistake: "Elle a été publiée par erreur\u00A0: son adresse dit qu’il n’y a plus rien ici",
  replaced: "Une autre page la remplace\u00A0: son adresse y mène",
} satisfies Record<DepartureKind, string>;

/** What an address answers, for the team. */
export function departureWords({ kind, reason, target }: Departure): string {
  if (kind === "replaced") return `Son adresse mène à ${target}.`;
  if (kind === "mistake") return "Son adresse dit qu’il n’y a plus rien ici.";
  return `Son adresse la montre encore, et dit qu’elle est retirée\u00A0: «\u202F${reason}\u202F»${target ? ` À lire à la place\u00A0: ${target}.` : ""}`;
}
