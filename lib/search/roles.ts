import { folded } from "#lib/platform/letters";
import { isFunctionWord } from "#lib/search/words";
import type { Profile } from "#prisma/enums";

/** Words by which somebody says who they are; they are left out, and what remains is a role. */
const SAID =
  /\b(je suis|nous sommes|on est|en tant que|je (dirige|preside|represente|travaille|conseille)|nous (dirigeons|representons)|par ou commencer|quand on est|parcours|nouve(au|lle)|madame|monsieur)\b/gu;

type Role = { profile: Profile; alone: RegExp; said: RegExp };

/** What is a role by itself, and what is one only when it is said: « fondation » is also a theme. */
const ROLES: readonly Role[] = [
  {
    profile: "elected_official",
    alone:
      /^(maires?|elue?s?( loca(le?s?|ux))?|(premiere? )?adjointe?s?( maire)?|conseill(er|ere)s? municipa(le?s?|ux))$/u,
    said: /^(mairie|elue?s? .*|maire .*)$/u,
  },
  {
    profile: "territorial_agent",
    alone:
      /^((agente?s?|charge(e?s?) (mission|projet)s?|cheff?e?s? projets?) (territoria(le?s?|ux)|territoire|developpement( local)?)|fonctionnaires? territoria(le?s?|ux)|dgs)$/u,
    said: /^(agente?s?|chargee?s? (mission|projet)s?|fonctionnaires?|(petite )?(collectivite|commune|intercommunalite)( territoriale| locale)?)$/u,
  },
  {
    profile: "association",
    alone: /^(associations?|tresori(er|ere)s?( association)?)$/u,
    said: /^(benevole|salariee?|(petite )?association( .*)?|(president|presidente|directeur|directrice) association)$/u,
  },
  {
    profile: "company",
    alone:
      /^(entreprises?|drh|(direct(eur|rice)|responsable) (rh|ressources humaines)|cheff?e?s? entreprises?|entrepreneure?s?)$/u,
    said: /^(pme|societe|(petite )?entreprise( .*)?|dirigeante?( entreprise)?)$/u,
  },
  { profile: "foundation", alone: /^$/u, said: /^(fondations?|fonds dotation|mecene)$/u },
  { profile: "adviser", alone: /^consultante?s?$/u, said: /^(accompagnat(eur|rice)s?|conseil|consultante?s?)$/u },
];

/** Who is looked for is not who asks. */
const SOUGHT = /^(trouver|cherch\w*|aide\w*|comment|pourquoi|avec)$/u;

/** Whose words these are, when they say nothing else; null otherwise. */
export function roleOf(typed: string): Profile | null {
  const words = folded(typed)
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();
  const rest = words.replace(SAID, " ");
  const isSaid = rest !== words;
  const role = rest
    .split(" ")
    .filter((word) => word && (SOUGHT.test(word) || !isFunctionWord(word)))
    .join(" ");
  return ROLES.find(({ alone, said }) => role && (alone.test(role) || (isSaid && said.test(role))))?.profile ?? null;
}
