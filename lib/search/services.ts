import { paths } from "#lib/platform/paths";
import type { Service } from "#lib/search/schema";
import { isFunctionWord, readTerms, wordKey } from "#lib/search/words";

/** Words that tell the page by themselves; those that only stand beside one of them. */
type Known = Service & { words: string; besides?: string };

/** Pages that people look for by what they do there, and that no editor writes. */
const SERVICES: readonly Known[] = [
  {
    path: paths.webinars(),
    title: "Les webinaires : dates et inscription",
    summary: "Une heure, un jeudi par mois, en ligne : choisissez une séance et inscrivez-vous.",
    words:
      "inscription inscrire s’inscrire inscrit participer webinaire webinaires séances programme formation visioconférence visio replay replays rediffusion enregistrement",
    besides: "prochain prochaine séance date en ligne cours distance vidéo",
  },
  {
    path: paths.orientation(),
    title: "Par où commencer\u202F?",
    summary: "Quatre questions, et vous savez quoi lire, dans quel ordre et en combien de temps.",
    words: "orientation orienter commencer débuter démarrer perdu perdue",
  },
  {
    path: paths.findRegistrations(),
    title: "Retrouver mes inscriptions",
    summary: "Recevez à nouveau votre lien personnel : vous y annulez, changez ou rejoignez une séance.",
    words:
      "annuler annulation désinscription désinscrire désister retrouver rejoindre connexion attestation rappel rappels inscription inscriptions modifier",
    besides: "lien personnel webinaire séance place",
  },
  {
    path: paths.digests(),
    title: "Suivre le portail",
    summary: "Recevoir une fois par mois au plus ce qui paraît, ou le suivre par flux.",
    words: "newsletter abonner abonnement désabonner suivre flux RSS",
    besides: "lettre information mail mails nouveautés",
  },
  {
    path: paths.certificateCheck(),
    title: "Vérifier une attestation",
    summary: "Le code d’une attestation de présence dit si elle est vraie.",
    words: "attestation attestations présence vérifier code authenticité certificat",
  },
  {
    path: paths.page("donnees-personnelles"),
    title: "Données personnelles",
    summary: "Ce que le portail garde de vous, combien de temps, et comment tout effacer.",
    words: "données RGPD confidentialité conservation cookies cookie effacer vie privée",
    besides: "personnelles supprimer droit accès protection politique durée",
  },
  {
    path: paths.observatory(),
    title: "L’Observatoire en chiffres",
    summary: "Tous les chiffres des enquêtes, avec qui a répondu et quand.",
    words: "observatoire chiffres statistiques enquêtes sondage",
    besides: "partenariats chiffre enquête",
  },
  {
    path: paths.glossary(),
    title: "Le glossaire",
    summary: "Les mots que l’on emploie sur les territoires, en une ou deux phrases.",
    words: "glossaire lexique vocabulaire définition définitions dictionnaire sigles",
  },
  {
    path: paths.centres(),
    title: "Les centres de ressources",
    summary: "Douze lieux numériques, et ce que l’on y trouve.",
    words: "centre centres",
    besides: "ressources liste",
  },
  {
    path: paths.centres({ profil: "elu" }),
    title: "Les centres utiles à un élu ou une élue",
    summary: "Ce que chaque centre apporte à une commune et à celles et ceux qui la conduisent.",
    words: "maire mairie commune village municipalité élu élus adjoint conseiller conseillère",
    besides: "municipal municipale",
  },
  {
    path: paths.centres({ profil: "agent-territorial" }),
    title: "Les centres utiles à un agent territorial",
    summary: "Ce que chaque centre apporte à qui travaille dans une collectivité.",
    words: "agent agents fonctionnaire DGS",
    besides: "territorial territoriaux développement local",
  },
  {
    path: paths.page("a-propos"),
    title: "À propos de ce portail",
    summary: "Qui l’a fait, pour qui, et d’où viennent ses contenus.",
    words: "êtes qui sommes équipe propos auteurs portail sert",
    besides: "créé fait derrière site",
  },
  {
    path: paths.siteMap(),
    title: "Le plan du site",
    summary: "Toutes les pages, sur une page.",
    words: "plan sommaire",
    besides: "site",
  },
];

const keysOf = (words: string) => readTerms(words).flatMap(({ forms }) => forms.map(wordKey));
const known = SERVICES.map(({ words, besides = "", ...service }) => {
  const own = new Set(keysOf(words));
  return { service, own, all: new Set([...own, ...keysOf(besides)]) };
});

/** The service pages of which words say all that was typed. @param words the terms, without function words */
export const servicesFor = (words: readonly string[]): Service[] => {
  const typed = words
    .flatMap((word) => word.split(/[ -]/))
    .filter((word) => !isFunctionWord(word))
    .map(wordKey);
  return known
    .filter(({ own, all }) => typed.some((word) => own.has(word)) && typed.every((word) => all.has(word)))
    .map(({ service }) => service);
};
