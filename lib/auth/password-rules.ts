import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as french } from "@zxcvbn-ts/language-fr";
import { PASSWORD_MAX, PASSWORD_MIN } from "#lib/auth/passwords";
import type { AccountInput } from "#lib/auth/schema";

/** As zxcvbn counts the tries that a guesser needs. */
const FEWEST_GUESSES = 1e9;
const MIN_DIFFERENT = 5;
const MIN_NAME = 4;

const PORTAL =
  "lerameau rameau innovation territoriale territorial territoire portail webinaire seance inscription besoin centre ressource observatoire orientation association fondation entreprise collectivite administration administrateur administratrice alliance hybridation coconstruction numerique accompagnement action equipe mairie commune region departement".split(
    " ",
  );
const PORTAL_WORDS = new RegExp(`(${PORTAL.join("|")})s?`, "g");
const LINKING = new Set("a au aux d de des du en et l la le les mon nos notre pour un une".split(" "));
const OWN_LETTERS = 4;

const judge = new ZxcvbnFactory({ graphs: adjacencyGraphs, dictionary: { ...common, ...french } });

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** « Rameau-rameau-26 », « Les webinaires 2027 ! ». */
function isOfThePortal(password: string): boolean {
  const words = folded(password).split(/[^\p{L}]+/u);
  const others = words.map((word) => word.replace(PORTAL_WORDS, ""));
  const named = others.some((other, index) => other !== words[index]);
  return named && others.filter((word) => !LINKING.has(word)).join("").length < OWN_LETTERS;
}

const isEasy = (password: string, own: string[]): boolean =>
  isOfThePortal(password) ||
  [password, folded(password).replace(/[^\p{L}\p{N}]/gu, "")].some(
    (text) => text !== "" && judge.check(text, [...PORTAL, ...own]).guesses < FEWEST_GUESSES,
  );

/** Length counts, composition does not (ASVS 6.2). @param owner whose words may not be in it */
export function passwordProblem(password: string, owner: { email: string; name: string }): string | null {
  const typed = password.toLowerCase();
  if (Array.from(password).length < PASSWORD_MIN) {
    return `Choisissez au moins ${PASSWORD_MIN} caractères\u00A0: une phrase dont vous vous souviendrez convient très bien.`;
  }
  const own = [...owner.name.split(/[\s-]+/), owner.email.split("@")[0] ?? ""].filter(
    (word) => word.length >= MIN_NAME,
  );
  if (own.some((word) => typed.includes(word.toLowerCase()))) {
    return "Choisissez un mot de passe qui ne contient ni votre nom ni votre adresse.";
  }
  if (new Set(typed).size < MIN_DIFFERENT || isEasy(password, own)) {
    return "Ce mot de passe est trop facile à deviner\u00A0: choisissez-en un autre, par exemple une phrase.";
  }
  return null;
}

/** Why a new password is refused, in French; null when it is accepted. */
export function refusedPassword({ password, email, name }: AccountInput): string | null {
  if (password.length > PASSWORD_MAX) return `Choisissez un mot de passe de ${PASSWORD_MAX} caractères au plus.`;
  return passwordProblem(password, { email, name });
}
