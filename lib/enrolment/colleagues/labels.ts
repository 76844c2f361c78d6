/** What their message says first. A name is its letters: the text around it has a language of its own. */
export const broughtBy = (firstName: string, lastName: string): string => {
  const name = `${firstName} ${lastName}`.replace(/[^\p{L}\p{M}\p{N} .’'-]/gu, "");
  return `${name} vous a inscrit à cette séance avec votre nom et votre adresse. Si ce n’est pas ce que vous vouliez, votre lien personnel permet d’annuler, et d’effacer vos données.`;
};
