import { ForgetDone } from "#components/back-office/forget-done";
import { type DoneWords, SuccessNotice, wordsOf } from "#components/forms/success-notice";

const SENTENCES: Readonly<Record<string, DoneWords>> = {
  enregistre: { title: "C’est enregistré." },
  brouillon: { title: "C’est enregistré. Ce brouillon n’est pas encore complet." },
  garde: { title: "C’est enregistré. Le public lit toujours la version en ligne." },
  attend: { title: "C’est enregistré. La publication programmée garde le texte d’avant." },
  "garde-texte": { title: "C’est enregistré. Les messages partent encore avec le texte d’avant." },
  "en-service": { title: "C’est en service\u00A0: les prochains messages auront ces mots." },
  "repris-version": { title: "Cette version est reprise. Relisez-la, puis publiez-la." },
  relecture: { title: "La relecture est demandée, un message part." },
  relu: { title: "Votre relecture est rendue, un message le dit." },
  jete: { title: "C’est dans la corbeille." },
  "sorti-corbeille": { title: "C’est repris, en brouillon." },
  "supprime-corbeille": { title: "C’est supprimé." },
  abandonne: { title: "Les modifications sont abandonnées." },
  publie: { title: "C’est en ligne." },
  programme: { title: "La publication est programmée." },
  retire: { title: "La fiche est retirée du site." },
  renvoye: { title: "Le message va repartir." },
  renvoyes: { title: "Les messages refusés vont repartir." },
  repris: { title: "Les envois reprennent." },
  reecrit: { title: "Un nouveau message part à cette personne." },
  essai: { title: "Un essai part à votre adresse." },
  arrete: { title: "Ce message ne partira pas pour cette séance." },
  remis: { title: "Ce message partira à son heure." },
  origine: { title: "Le texte précédent est revenu." },
  annule: { title: "L’inscription est annulée, la personne en est prévenue." },
  retabli: { title: "L’inscription est rétablie, la personne en est prévenue." },
  corrige: { title: "L’adresse est corrigée, un message y part avec de nouveaux liens." },
  liens: { title: "Un message part à cette personne, avec de nouveaux liens." },
  retenu: {
    title: "Le message est écrit. Il partira dans dix minutes\u00A0: cette personne vient d’en recevoir beaucoup.",
  },
  nom: { title: "Le nom est corrigé, sur ses attestations aussi." },
  inscrite: { title: "La personne est inscrite, un message le lui dit." },
  attente: { title: "La séance est complète\u00A0: la personne est en liste d’attente, un message le lui dit." },
  "personne-effacee": { title: "La personne est effacée, ses places à venir sont rendues." },
  present: { title: "Les présences sont enregistrées." },
  salle: { title: "L’adresse de la salle est changée\u00A0: les prochains clics y mènent." },
  entree: { title: "Les inscrits peuvent entrer." },
  "entree-a-l-heure": { title: "Les inscrits entreront à l’heure prévue." },
  repondue: { title: "La question est notée comme répondue." },
  "a-repondre": { title: "La question est de nouveau à prendre." },
  complet: { title: "Le relevé est complet\u00A0: les messages du lendemain partent à leur heure." },
  rouvert: { title: "Le relevé est rouvert\u00A0: aucun message ne part aux absents." },
  efface: { title: "Le relevé est effacé, personne n’a été marqué présent." },
  champ: { title: "C’est enregistré\u00A0: le formulaire le demande." },
  "champ-retire": { title: "Le formulaire ne le demande plus." },
  lien: { title: "Le lien est prêt à être transmis." },
  "lien-supprime": { title: "Le lien est supprimé. Les personnes inscrites le restent." },
  traite: { title: "La remarque est traitée." },
  "remarque-effacee": { title: "La remarque est effacée." },
  "liens-ignore": { title: "Ces liens ne seront plus signalés, jusqu’à ce jour compris." },
  "liens-heed": { title: "Ces liens sont signalés de nouveau." },
  "liens-check": {
    title: "Ces liens sont vérifiés dans la minute\u00A0: rechargez la page pour voir ce qu’ils répondent.",
  },
  fichier: { title: "Le fichier est enregistré." },
  "fichier-connu": { title: "Ce fichier était déjà là\u00A0: le voici, tel qu’il est enregistré." },
  "fichier-remplace": { title: "Le fichier est remplacé, à la même adresse." },
  "fichier-supprime": { title: "Le fichier est supprimé." },
  relue: { title: "La fiche est marquée comme relue aujourd’hui." },
  responsable: { title: "Le responsable de la fiche est enregistré." },
  decide: { title: "C’est décidé." },
  source: { title: "La source est ajoutée, ses pages arrivent." },
  passage: { title: "Un nouveau passage est demandé." },
  pause: { title: "Cette source ne sera plus lue, jusqu’à ce que vous la repreniez." },
  reprise: { title: "Cette source sera de nouveau lue chaque semaine." },
  "source-supprimee": { title: "La source est supprimée, les brouillons qui en viennent restent." },
  "mon-nom": { title: "Votre nom est changé." },
  "adresse-demandee": {
    title: "Un lien part à la nouvelle adresse\u00A0: ouvrez-le dans l’heure. D’ici là, rien ne change.",
  },
  "mot-de-passe": { title: "Votre mot de passe est changé, vos autres sessions sont fermées." },
  sessions: { title: "C’est fermé." },
  telephone: { title: "Votre téléphone est en place\u00A0: un code sera demandé à chaque connexion." },
  invitation: { title: "L’invitation part. Elle vaut sept jours." },
  "invitation-retiree": { title: "L’invitation est retirée, son lien n’ouvre plus rien." },
  role: { title: "Le rôle est changé." },
  "compte-change": { title: "C’est fait, et inscrit au journal." },
  "en-nombre": { title: "C’est fait. Vous pouvez encore tout défaire d’un coup." },
  defait: { title: "C’est défait." },
  "import-demande": { title: "C’est demandé\u00A0: le travail commence." },
  ecrit: { title: "Votre message part aux personnes choisies." },
};

type Props = { done: string | string[] | undefined; more?: string | undefined };

export function DoneNotice({ done, more }: Props) {
  const words = wordsOf(SENTENCES, done);
  return (
    words && (
      <>
        <SuccessNotice {...words} {...(more && { more })} />
        <ForgetDone />
      </>
    )
  );
}
