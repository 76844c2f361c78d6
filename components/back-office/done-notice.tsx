import { Notice } from "#components/ui/notice";

const sentences: Record<string, string> = {
  enregistre: "C’est enregistré.",
  publie: "C’est en ligne.",
  programme: "La publication est programmée.",
  retire: "La fiche est retirée du site.",
  renvoye: "Le message va repartir.",
  reecrit: "Un nouveau message part à cette personne.",
  essai: "Un essai part à votre adresse.",
  arrete: "Ce message ne partira pas pour cette séance.",
  remis: "Ce message partira à son heure.",
  origine: "Le texte précédent est revenu.",
  annule: "L’inscription est annulée, la personne en est prévenue.",
  retabli: "L’inscription est rétablie, la personne en est prévenue.",
  corrige: "L’adresse est corrigée, un message y part avec de nouveaux liens.",
  present: "Les présences sont enregistrées.",
  efface: "Le relevé est effacé, personne n’a été marqué présent.",
  lien: "Le lien est prêt à être transmis.",
  "lien-supprime": "Le lien est supprimé. Les personnes inscrites le restent.",
  ecrit: "Votre message part aux personnes choisies.",
};

/** Says what was just done, from the address that the action led to. */
export function DoneNotice({ done }: { done: string | string[] | undefined }) {
  const sentence = typeof done === "string" && Object.hasOwn(sentences, done) && sentences[done];
  if (!sentence) return null;
  return (
    <div role="status">
      <Notice look="success" title={sentence} />
    </div>
  );
}
