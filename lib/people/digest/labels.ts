/** What is agreed to: kept in these words. */
export const DIGEST_NOTICE =
  "Je veux recevoir, une fois par mois au plus, un message qui dit ce qui paraît parmi mes choix.";

export const EVERYTHING = "Tout ce qui paraît";
export const EVERY_WEBINAR = "Les webinaires";
