import { slugField, sourceFields } from "#lib/edit-forms/fields";
import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import { organisationKindLabels } from "#lib/organisations/labels";

const ORGANISATION = "L’organisation";
const NAMES = "Ses noms";

export const organisationFields: EditField[] = [
  { name: "name", label: "Nom", group: ORGANISATION, kind: "line", required: true },
  slugField(ORGANISATION),
  {
    name: "kind",
    label: "Nature",
    hint: "Vide si aucune source ne la dit.",
    group: ORGANISATION,
    kind: "choice",
    options: optionsOf(organisationKindLabels),
  },
  {
    name: "summary",
    label: "Ce qu’elle est",
    hint: "Une phrase, telle que la source la dit. Vide sinon.",
    group: ORGANISATION,
    kind: "text",
  },
  {
    name: "url",
    label: "Adresse de son site",
    hint: "Vide si elle n’est pas connue.",
    group: ORGANISATION,
    kind: "address",
  },
  { name: "aliases", label: "Sigle, autres écritures", hint: "Un par ligne.", group: NAMES, kind: "lines" },
  {
    name: "signatures",
    label: "Mentions qui la nomment avec d’autres",
    hint: "Une par ligne, comme l’éditeur ou les partenaires des documents les écrivent\u00A0: «\u202FMEDEF et Le RAMEAU\u202F». Ses documents et ses centres sont trouvés par ces mentions et par ses noms.",
    group: NAMES,
    kind: "lines",
  },
  ...sourceFields,
];
