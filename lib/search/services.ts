import { paths } from "#lib/platform/paths";
import type { Service } from "#lib/search/schema";
import { isFunctionWord, readTerms, wordKey } from "#lib/search/words";

type Known = Service & { words: string };

/** Pages that people look for by what they do there, and that no editor writes. */
const SERVICES: readonly Known[] = [
  {
    path: paths.webinars(),
    title: "Les webinaires : dates et inscription",
    summary: "Une heure, un jeudi par mois, en ligne : choisissez une séance et inscrivez-vous.",
    words:
      "inscription inscrire s’inscrire inscrit participer prochain prochaine webinaire webinaires séance séances programme date formation en ligne cours distance visioconférence visio replay replays rediffusion enregistrement vidéo",
  },
  {
    path: paths.orientation(),
    title: "Par où commencer\u202F?",
    summary: "Quatre questions, et vous savez quoi lire, dans quel ordre et en combien de temps.",
    words: "orientation orienter commencer débuter démarrer",
  },
  {
    path: paths.findRegistrations(),
    title: "Retrouver mes inscriptions",
    summary: "Recevez à nouveau votre lien personnel : vous y annulez, changez ou rejoignez une séance.",
    words:
      "annuler annulation désinscription désinscrire désister retrouver lien personnel inscription inscriptions webinaire séance attestation rejoindre connexion modifier place rappel rappels",
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
    words: "données personnelles RGPD vie privée confidentialité cookies cookie effacer supprimer droit accès",
  },
  {
    path: paths.observatory(),
    title: "L’Observatoire en chiffres",
    summary: "Tous les chiffres des enquêtes, avec qui a répondu et quand.",
    words: "observatoire partenariats chiffre chiffres statistiques enquête enquêtes sondage",
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
    words: "centre centres ressources liste",
  },
  {
    path: paths.centres({ profil: "elu" }),
    title: "Les centres utiles à un élu ou une élue",
    summary: "Ce que chaque centre apporte à une commune et à celles et ceux qui la conduisent.",
    words: "maire mairie élu élus adjoint conseiller conseillère municipal municipale",
  },
  {
    path: paths.centres({ profil: "agent-territorial" }),
    title: "Les centres utiles à un agent territorial",
    summary: "Ce que chaque centre apporte à qui travaille dans une collectivité.",
    words: "agent agents territorial territoriaux fonctionnaire DGS développement local",
  },
  {
    path: paths.page("a-propos"),
    title: "À propos de ce portail",
    summary: "Qui l’a fait, pour qui, et d’où viennent ses contenus.",
    words: "êtes qui sommes équipe propos auteurs portail",
  },
  {
    path: paths.siteMap(),
    title: "Le plan du site",
    summary: "Toutes les pages, sur une page.",
    words: "plan site sommaire",
  },
];

const known = SERVICES.map((service) => ({
  service,
  keys: new Set(readTerms(service.words).flatMap(({ forms }) => forms.map(wordKey))),
}));

/** The service pages of which words say all that was typed. @param words the terms, without function words */
export const servicesFor = (words: readonly string[]): Service[] =>
  words.length === 0
    ? []
    : known
        .filter(({ keys }) =>
          words.flatMap((word) => word.split(/[ -]/)).every((word) => isFunctionWord(word) || keys.has(wordKey(word))),
        )
        .map(({ service: { path, title, summary } }) => ({ path, title, summary }));
