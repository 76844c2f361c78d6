import type { LinkAct } from "#lib/link-watch/schema";
import type { LinkState } from "#prisma/enums";

export const linkStateLabels = {
  ok: "OK",
  to_check: "À vérifier",
  dead: "Mort",
} satisfies Record<LinkState, string>;

/** Titles of the lists of the screen. */
export const linkListLabels = {
  dead: "Liens morts",
  to_check: "Liens à vérifier",
  ignored: "Liens ignorés",
} as const;

export const linkActLabels = {
  check: "Vérifier maintenant",
  ignore: "Ignorer jusqu’à ce jour",
  heed: "Signaler de nouveau",
} satisfies Record<LinkAct, string>;
