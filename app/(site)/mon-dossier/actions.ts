"use server";

import { issueFormToken } from "#lib/abuse/form-token";
import { FORM_TOKEN } from "#lib/abuse/schema";
import { sendDossier } from "#lib/dossier/mutations";
import { dossierMail, pagesOf } from "#lib/dossier/schema";
import { formAction } from "#lib/edge/form-action";
import { guardRegistration } from "#lib/edge/form-guard";
import { requestHeaders } from "#lib/edge/request-headers";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";

const REFUSED = {
  empty: "Ce dossier ne contient plus aucune page en ligne\u00A0: ajoutez-en une, puis envoyez-le.",
  often:
    "Trois dossiers sont déjà partis à cette adresse depuis une heure. Réessayez plus tard, ou copiez l’adresse de cette page.",
};

export const send = formAction({
  schema: dossierMail,
  guard: requestHeaders,
  run: async ({ email, contenu, doubted: _, ...proof }, headers) => {
    const at = now();
    const guarded = await guardRegistration(proof, headers, at);
    if (!guarded.ok) return guarded;
    const outcome = await sendDossier({ email, contenu, formToken: proof[FORM_TOKEN] }, at);
    if (!outcome.ok)
      return { ok: false, formError: REFUSED[outcome.reason], echo: { [FORM_TOKEN]: issueFormToken(at) } };
    return { ok: true, redirectTo: `${paths.dossier(pagesOf({ contenu, avec: "", ajout: [] }))}&envoye=oui` };
  },
});
