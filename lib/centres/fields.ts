import { positionField, slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import { profileLabels } from "#lib/profiles/labels";

const CENTRE = "Le centre";
const CONTENTS = "Ce qu’on y trouve";
const ADDRESS = "L’adresse";

export const centreFields: EditField[] = [
  { name: "name", label: "Nom du centre", group: CENTRE, kind: "line", required: true },
  slugField(CENTRE),
  positionField(CENTRE),
  {
    name: "partners",
    label: "Partenaires",
    hint: "Un par ligne. Vide s’ils ne sont pas connus.",
    group: CENTRE,
    kind: "lines",
  },
  {
    name: "audiences",
    label: "Pour qui",
    group: CENTRE,
    kind: "choices",
    options: optionsOf(profileLabels),
    required: true,
  },
  {
    name: "summary",
    label: "En une ligne",
    hint: "Ce qu’un visiteur y trouve, sans mise en forme.",
    group: CONTENTS,
    kind: "text",
    required: true,
  },
  { name: "body", label: "Présentation", group: CONTENTS, kind: "markdown", rich: true, required: true },
  {
    name: "url",
    label: "Adresse du site",
    hint: "Complète, par exemple https://exemple.fr. Vide si elle n’est pas connue.",
    group: ADDRESS,
    kind: "address",
  },
  {
    name: "urlCheckedOn",
    label: "Adresse vérifiée le",
    hint: "Le dernier jour où quelqu’un l’a ouverte avec succès.",
    group: ADDRESS,
    kind: "day",
  },
  ...sourceFields,
];
