/**
 * Words that visitors use for one another, without regard for case, accents, hyphens and final s.
 * Each group is a set of equivalents: who types one also finds the others.
 */
export const SYNONYMS: readonly (readonly string[])[] = [
  ["RSE", "responsabilité sociale des entreprises", "responsabilité sociétale", "responsabilité sociale"],
  ["ODD", "objectifs de développement durable", "Agenda 2030"],
  ["ESS", "économie sociale et solidaire"],
  ["élu", "élue", "élus", "élues", "maire", "maires"],
  ["collectivité", "collectivités", "commune", "communes", "mairie", "EPCI", "intercommunalité"],
  ["co-construction", "coconstruction", "co-construire", "coconstruire"],
  ["mécénat de compétences", "mécénat compétences"],
  ["partenaire", "partenaires", "partenariat", "partenariats", "partenarial", "partenariale"],
  ["alliance", "alliances", "faire alliance"],
  ["association", "associations", "associatif", "associative"],
  ["fondation", "fondations", "fonds de dotation"],
  ["entreprise", "entreprises", "PME"],
  ["modèle socio-économique", "modèle économique", "MSE"],
  ["territoire", "territoires", "territorial", "territoriale", "territoriaux"],
  ["évaluation", "évaluer", "mesure d’impact"],
  ["bénévole", "bénévoles", "bénévolat"],
  ["R&D", "recherche et développement"],
  ["MOOC", "cours en ligne"],
  ["CFF", "Centre français des Fonds et Fondations"],
  ["DLA", "dispositif local d’accompagnement"],
  ["CGET", "commissariat général à l’égalité des territoires"],
];
