/** What was done, whatever it was done to. */
const acts: Record<string, string> = {
  create: "création",
  update: "modification",
  publish: "publication",
  schedule: "publication programmée",
  withdraw: "retrait du site",
};

const others: Record<string, string> = {
  "session.open": "connexion",
  "session.close": "déconnexion",
  "user.create": "création d’un compte",
  "webinar.replay": "ressource tirée d’une séance",
  "registrants.export": "téléchargement des inscrits",
  "registrants.add": "ajout d’inscrits",
  "registrant.cancel": "annulation d’une inscription",
  "registrant.restore": "rétablissement d’une inscription",
  "registrant.correct": "correction d’une adresse",
  "attendance.mark": "présences cochées",
  "attendance.complete": "relevé de présence dit complet",
  "attendance.reopen": "relevé de présence rouvert",
  "attendance.read": "dépôt d’un relevé de présence",
  "attendance.apply": "relevé de présence appliqué",
  "person.erase": "effacement à la demande de la personne",
  "registrants.anonymise": "anonymisation des inscrits d’une séance",
  "registration.resend": "nouvel envoi d’une confirmation",
  "mail.retry": "nouvel envoi d’un message",
  "mail.retry-all": "nouvel envoi des messages refusés",
  "mail.resume": "reprise des envois",
  "mail.switch-off": "arrêt d’un message programmé",
  "mail.switch-on": "remise en route d’un message programmé",
  "mail-template.update": "réécriture d’un message",
  "mail-template.reset": "retour au texte d’origine d’un message",
  "announcement.send": "message aux inscrits",
  "question.moderate": "tri d’une question",
  "partner-link.create": "création d’un lien partenaire",
  "partner-link.update": "modification d’un lien partenaire",
  "partner-link.delete": "suppression d’un lien partenaire",
  "cycle.create": "création d’un cycle",
  "cycle.update": "modification d’un cycle",
  "cycle.publish": "publication des brouillons d’un cycle",
  "orientation.update": "écriture de la table d’orientation",
  "orientation.publish": "mise en ligne de la table d’orientation",
  "remark.handle": "remarque traitée",
  "remark.delete": "effacement d’une remarque",
  "search.settings": "synonymes et essais de la recherche",
  "harvest.source-add": "ajout d’une source à moissonner",
  "harvest.source-passage": "demande d’une moisson",
  "harvest.source-pause": "pause d’une source à moissonner",
  "harvest.source-resume": "reprise d’une source à moissonner",
  "harvest.source-delete": "suppression d’une source à moissonner",
  "harvest.accept": "proposition acceptée",
  "harvest.refuse": "proposition refusée",
  "harvest.restore": "proposition remise à trier",
  "harvest.seen": "modification d’une page moissonnée vue",
  "cycle.calendar": "chargement du calendrier scolaire",
};

/** An action of the journal in French: « need.publish » is « publication ». Unknown ones are shown as they are. */
export function actWords(action: string): string {
  const verb = action.split(".")[1] ?? "";
  return others[action] ?? (Object.hasOwn(acts, verb) ? acts[verb] : undefined) ?? action;
}
