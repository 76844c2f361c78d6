import { z } from "zod";
import { proofFields } from "#lib/abuse/fields";
import { accountSchema } from "#lib/auth/schema";
import { optionalText, tickBox } from "#lib/forms/fields";
import { Role } from "#prisma/enums";

const PRESENT = "Indiquez votre mot de passe actuel.";
const CODE = "Indiquez le code.";
const TYPED_LENGTH = 1000;

/** Messages to the team about its accounts and its work. */
export const ACCOUNT_KINDS = [
  "account-invitation",
  "account-password-link",
  "account-password-changed",
  "account-email-link",
  "account-email-changed",
  "account-second-factor-removed",
  "account-reading-asked",
  "account-reading-answered",
  "account-reviews",
] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

export type OwnSession = {
  key: string;
  /** In words: « Firefox sous Windows ». */
  device: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

export type OwnAccount = {
  name: string;
  email: string;
  role: Role;
  hasSecondFactor: boolean;
  /** Recovery codes that are left. */
  codesLeft: number;
  sessions: OwnSession[];
};

export type NamedCentre = { id: string; name: string };

export type Colleague = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Of a partner. */
  centre: NamedCentre | null;
  disabledAt: Date | null;
  hasSecondFactor: boolean;
  lastSeenAt: Date | null;
  sessions: number;
  /** Whose account this is: some acts need somebody else. */
  own: boolean;
};

export type PendingInvitation = { key: string; email: string; role: Role; centre: string | null; expiresAt: Date };

const email = accountSchema.shape.email;
const present = z.string(PRESENT).min(1, PRESENT).max(TYPED_LENGTH, "Ce mot de passe est trop long.");
const role = z.enum(Role, "Choisissez un rôle.");
const CENTRE = "Choisissez le centre de ce partenaire.";
const centreId = z
  .union([z.literal(""), z.uuid()], CENTRE)
  .default("")
  .transform((id) => id || null);

/** A partner has a centre; of anybody else it is not asked, and is left out. */
const ofCentre = <T extends { role: Role; centreId: string | null }>(
  { centreId, ...typed }: T,
  context: z.RefinementCtx,
) => {
  const isPartner = typed.role === "partner";
  if (isPartner && !centreId) context.addIssue({ code: "custom", path: ["centreId"], message: CENTRE });
  return { ...typed, centreId: isPartner ? centreId : null };
};

export const nameForm = accountSchema.pick({ name: true });
/** Its fields stand on a page beside those of the password. */
export const emailForm = z.object({ email, emailPresent: present, ...proofFields });
export const passwordForm = z.object({ password: accountSchema.shape.password, present, ...proofFields });
export const sessionForm = z.object({ key: z.string().max(64) });
export const emailLinkForm = z.object({ token: z.string("Ce lien est incomplet.") });
export const codeForm = z.object({
  code: z.string(CODE).trim().min(1, CODE).max(40, "Ce code est trop long."),
  retour: optionalText(2000),
});
export const identityForm = z.object({ present, retour: optionalText(2000), ...proofFields });
export const secondFactorForm = z.object({
  code: z.string(CODE).trim().min(1, CODE).max(40, "Ce code est trop long."),
  noted: tickBox().refine(
    Boolean,
    "Notez d’abord vos codes de secours\u00A0: sans eux ni téléphone, une collègue devra vous rouvrir la porte.",
  ),
});

export const invitationForm = z.object({ email, role, centreId }).transform(ofCentre);
export const invitationTarget = z.object({ key: z.string().max(64) });
export const roleForm = z.object({ id: z.uuid(), role, centreId }).transform(ofCentre);
export const accountAct = z.object({
  id: z.uuid(),
  act: z.enum(["disable", "enable", "close-sessions", "remove-second-factor"]),
});
export type AccountAct = z.output<typeof accountAct>["act"];
