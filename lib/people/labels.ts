/** The box that asks for the newsletter. What was ticked is kept in these words: they are what was agreed to. */
export const NEWSLETTER = "Je souhaite aussi recevoir la lettre d’information";

export const NEWSLETTER_REPORTED = "Cette personne demande à recevoir la lettre d’information";
