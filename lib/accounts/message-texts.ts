import type { AccountKind } from "#lib/accounts/schema";
import type { MailTemplate } from "#lib/mail/schema";

/** Nobody rewrites them: whoever could would write to colleagues in the name of the portal. */
export const MESSAGE_TEXTS: Record<AccountKind, MailTemplate> = {
  "account-invitation": {
    subject: "Votre compte dans l’administration du portail",
    body: `Bonjour,

{who} vous invite à rejoindre l’équipe qui tient le portail. Ouvrez ce lien avant le {deadline}, puis choisissez votre mot de passe\u00A0: personne d’autre ne le connaîtra.

[Créer mon compte]({welcomeUrl})

Vous n’attendiez rien de tel\u202F? Ne faites rien, et aucun compte ne sera créé.`,
  },
  "account-password-link": {
    subject: "Choisissez un nouveau mot de passe",
    body: `Bonjour {name},

Quelqu’un, vous sans doute, a demandé un nouveau mot de passe pour votre compte dans l’administration du portail. Ouvrez ce lien dans l’heure\u00A0; il ne sert qu’une fois.

[Choisir un nouveau mot de passe]({passwordUrl})

Si ce n’est pas vous, ne faites rien\u00A0: votre mot de passe ne change pas.`,
  },
  "account-password-changed": {
    subject: "Votre mot de passe a été changé",
    body: `Bonjour {name},

Le mot de passe de votre compte dans l’administration du portail a été changé le {when}. Toutes vos sessions sont fermées, reconnectez-vous avec le nouveau.

Si ce n’est pas vous, choisissez-en un autre tout de suite, puis prévenez une administratrice.

[Choisir un nouveau mot de passe]({forgottenUrl})`,
  },
  "account-email-link": {
    subject: "Confirmez la nouvelle adresse de votre compte",
    body: `Bonjour {name},

Vous avez demandé que votre compte dans l’administration du portail suive cette adresse. Ouvrez ce lien dans l’heure, puis confirmez.

[Confirmer cette adresse]({emailUrl})

Si ce n’est pas vous, ne faites rien\u00A0: rien ne change.`,
  },
  "account-email-changed": {
    subject: "Votre compte suit une autre adresse",
    body: `Bonjour {name},

Le {when}, votre compte dans l’administration du portail a changé d’adresse\u00A0: vous vous connectez désormais avec {email}. Celle-ci n’y mène plus.

Si ce n’est pas vous, prévenez tout de suite une administratrice.`,
  },
  "account-second-factor-removed": {
    subject: "Le second facteur d’un compte a été retiré",
    body: `Bonjour {name},

Le {when}, {who} a retiré le second facteur du compte de {whose}, dont le téléphone est perdu ou changé. Ses sessions sont fermées\u00A0: un nouveau téléphone sera demandé à la prochaine connexion.

Si ce n’était pas prévu, parlez-en tout de suite entre vous, de vive voix.`,
  },
  "account-reading-asked": {
    subject: "{who} vous demande une relecture\u00A0: {title}",
    body: `Bonjour {name},

{who} vous demande de relire «\u202F{title}\u202F».

{comment}

[Voir la page telle qu’elle paraîtra]({previewUrl})

[Répondre]({screenUrl})`,
  },
  "account-reading-answered": {
    subject: "{who} a relu\u00A0: {title}",
    body: `Bonjour {name},

{who} a relu «\u202F{title}\u202F».

{answer}

[Revenir au texte]({screenUrl})`,
  },
  "account-reviews": {
    subject: "Vos fiches à relire",
    body: `Bonjour {name},

Vous répondez de {count} que personne n’a écrite ni relue depuis un an\u00A0:

{records}

Ouvrez chacune, corrigez ce qui a changé. Si tout est encore vrai, marquez-la comme relue\u00A0: elle ne reviendra pas avant un an.`,
  },
};
