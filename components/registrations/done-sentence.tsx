import { Notice } from "#components/ui/notice";

/** What a personal page says of what was just done, by the word that its address carries. */
const SENTENCES = {
  informations: "Vos informations sont à jour.",
  rappels: "C’est noté pour vos rappels.",
  question: "Votre question est transmise à l’équipe.",
  suivi: "Vous suivez ce cycle. Les séances à venir s’ajoutent à vos inscriptions d’ici quelques minutes.",
  cycle: "Vous ne suivez plus ce cycle. Vos places déjà réservées restent à vous.",
  liens:
    "Un message part vers l’adresse de l’inscription, avec votre lien. S’il vient d’être demandé, c’est le même : regardez aussi dans les indésirables.",
} as const;
export type Done = keyof typeof SENTENCES;

/** Says what was just done. @param props.done as read from the address: anything else says nothing */
export function DoneSentence({ done }: { done: string | undefined }) {
  if (done === undefined || !Object.hasOwn(SENTENCES, done)) return null;
  return (
    <div role="status" className="pt-6">
      <Notice look="success" title={SENTENCES[done as Done]} />
    </div>
  );
}
