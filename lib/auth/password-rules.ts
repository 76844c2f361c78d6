import { PASSWORD_MAX, PASSWORD_MIN } from "#lib/auth/passwords";
import type { AccountInput } from "#lib/auth/schema";

/**
 * Of the most used passwords in France, without digits nor signs: « Motdepasse2024! » is « motdepasse ». Length does
 * most of the work.
 */
const COMMON = new Set(
  "admin administrateur administration azerty azertyuiop azertyuiopqsdfghjklm bienvenue bonjour bonjourbonjour changeme chouchou connexion doudou iloveyou innovation innovationterritoriale jetaime jetaimejetaime letmein loulou marseille monmotdepasse motdepasse motdepassemotdepasse newpassword nicolas password passwordpassword princesse qwerty qwertyuiop qwertyuiopasdfghjkl rameau lerameau soleil territoire territoires welcome".split(
    " ",
  ),
);
const MIN_DIFFERENT = 5;
const MIN_NAME = 4;

const letters = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

/** Letters or digits that follow each other, up or down: « 123456789012 », « abcdefghijkl ». */
function isSequence(password: string): boolean {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)));
  return steps.size === 1 || "12345678901234567890".includes(password) || "98765432109876543210".includes(password);
}

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
  if (COMMON.has(letters(password)) || new Set(typed).size < MIN_DIFFERENT || isSequence(typed)) {
    return "Ce mot de passe est trop facile à deviner\u00A0: choisissez-en un autre, par exemple une phrase.";
  }
  return null;
}

/** Why a new password is refused, in French; null when it is accepted. */
export function refusedPassword({ password, email, name }: AccountInput): string | null {
  if (password.length > PASSWORD_MAX) return `Choisissez un mot de passe de ${PASSWORD_MAX} caractères au plus.`;
  return passwordProblem(password, { email, name });
}
