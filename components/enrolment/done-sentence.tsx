import { type DoneWords, SuccessNotice, wordsOf } from "#components/forms/success-notice";

const SENTENCES = {
  informations: { title: "Vos informations sont à jour" },
  adresse: {
    title: "Un message part vers la nouvelle adresse",
    more: "Ouvrez son lien dans les 24 heures pour confirmer. D’ici là, rien ne change. Pas plus d’un message par heure : regardez aussi dans les indésirables.",
  },
  "adresse-changee": {
    title: "Votre adresse est changée",
    more: "Un message y part avec vos nouveaux liens. Ceux de l’ancienne adresse ne s’ouvrent plus.",
  },
  rappels: { title: "C’est noté pour vos rappels" },
  "collegues-seated": {
    title: "Vos collègues ont leur place",
    more: "Chacun reçoit son propre message, avec son lien et son fichier d’agenda.",
  },
  "collegues-waiting": {
    title: "Vos collègues sont en liste d’attente",
    more: "La séance est complète. Chacun reçoit son propre message, et un autre dès qu’une place se libère.",
  },
  "collegues-both": {
    title: "Certains de vos collègues ont leur place, d’autres sont en liste d’attente",
    more: "Il ne restait pas assez de places, données dans l’ordre du formulaire. Chacun reçoit son propre message, qui le lui dit.",
  },
  "collegues-written": {
    title: "Vos collègues sont inscrits avec vous",
    more: "Chacun reçoit son propre message, qui dit s’il a une place ou s’il attend.",
  },
  reponses: { title: "Vos réponses sont à jour" },
  question: { title: "Votre question est transmise à l’équipe" },
  suivi: {
    title: "Vous suivez ce cycle",
    more: "Ses séances à venir sont dans vos inscriptions. Un seul message dit celles qui s’y sont ajoutées.",
  },
  "cycle-rendu": {
    title: "Vous ne suivez plus ce cycle",
    more: "Vos places à venir sont rendues. Un seul message le confirme, et vous pouvez en reprendre une pendant 24 heures.",
  },
  cycle: { title: "Vous ne suivez plus ce cycle", more: "Vos places déjà réservées restent à vous." },
  liens: {
    title: "Un message part vers l’adresse de l’inscription",
    more: "Il contient votre lien. S’il vient d’être demandé, c’est le même : regardez aussi dans les indésirables.",
  },
} as const satisfies Record<string, DoneWords>;
const TITLED = ["annulation", "retour", "reponse"] as const;
export type Done = keyof typeof SENTENCES | (typeof TITLED)[number];

/** The words about what was done. @param done as read from the address: null when it says nothing */
export const doneWords = (done: string | undefined): DoneWords | null => wordsOf(SENTENCES, done);

/** Whether the title of the page tells what was just done. */
export const isTitled = (done: string | undefined): boolean => TITLED.some((word) => word === done);

const CHANGED = ["informations", "adresse", "adresse-changee", "rappels", "suivi", "cycle", "cycle-rendu"];

/** Whether what was just done stands among what can be changed. */
export const isChange = (done: string | undefined): boolean => done !== undefined && CHANGED.includes(done);

/** Says what was just done. @param props.at the present instant: each answer is said anew, even the same one */
export function DoneSentence({ done, at }: { done: string | undefined; at: Date }) {
  const words = doneWords(done);
  return words && <SuccessNotice {...words} landing={at.getTime()} />;
}
