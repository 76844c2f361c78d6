import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { optionalText, requiredLine, requiredText } from "#lib/forms/fields";
import { isHost, LONG_HOST } from "#lib/forms/hosts";
import { emailKey } from "#lib/platform/text";

const EMAIL_LENGTH = 254;
const NAME_LENGTH = 120;
/** Longer than any password accepted, so that a wrong one is only ever « wrong ». */
const TYPED_LENGTH = 1000;

/** NFKC comes before the check, so that look-alike characters are judged for what they become. */
const email = z.preprocess(
  (value) => (typeof value === "string" ? emailKey(value) : value),
  requiredText("Indiquez votre adresse électronique.", EMAIL_LENGTH).pipe(
    z
      .email({
        error: "Cette adresse ne semble pas complète. Elle s’écrit sous la forme prenom.nom@exemple.fr.",
        abort: true,
      })
      .refine((address) => isHost(address.split("@").at(-1) ?? ""), LONG_HOST),
  ),
);

/** As typed: neither trimmed nor normalised like other fields. */
const password = z.string("Indiquez votre mot de passe.").min(1, "Indiquez votre mot de passe.");

export const signInSchema = z.object({
  email,
  password: password.max(TYPED_LENGTH, "Ce mot de passe est trop long."),
  code: optionalText(20),
});

export const signInForm = signInSchema.omit({ code: true }).extend({ ...proofFields, retour: optionalText(2000) });

export const accountSchema = z.object({
  email,
  name: requiredLine("Indiquez votre nom, tel que vos collègues le liront.", NAME_LENGTH),
  password,
});
export type AccountInput = z.output<typeof accountSchema>;

export const welcomeSchema = accountSchema.extend({ token: z.string("Ce lien est incomplet.") });

export const forgottenPasswordForm = z.object({ email, ...proofFields });

export const newPasswordForm = z.object({ token: z.string("Ce lien est incomplet."), password });
