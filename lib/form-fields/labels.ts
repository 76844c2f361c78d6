import { MOST_FIELDS } from "#lib/form-fields/rules";
import type { FormFieldKind } from "#prisma/enums";

export const formFieldKindLabels = {
  line: "Texte court",
  text: "Texte long",
  choice: "Un choix parmi plusieurs",
  yes_no: "Oui ou non",
} satisfies Record<FormFieldKind, string>;

export const formFieldRefusals = {
  many: `Un formulaire a ${MOST_FIELDS} champs de plus au plus\u00A0: chacun fait renoncer quelques personnes. Retirez-en un d’abord.`,
  stale:
    "Quelqu’un de l’équipe vient de modifier ce champ\u00A0: rechargez la page pour le relire. Votre texte est encore là, copiez-le d’abord.",
  answered:
    "Quelqu’un a déjà répondu\u00A0: la manière de répondre ne change plus. Archivez ce champ, ses réponses restent, puis ajoutez-en un autre.",
  unknown: "Ce champ n’existe plus\u00A0: rechargez la page.",
};
