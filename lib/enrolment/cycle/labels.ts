export const FOLLOWING =
  "Vous suivez tout le cycle\u00A0: les séances qui s’y ajouteront vous seront réservées, et un message vous le dira à chaque fois. Pour ne plus le suivre, ouvrez votre page personnelle.";

/** What it says when the form was sent for an address already registered, perhaps not by its owner. */
export const FOLLOW_YOURSELF =
  "Tout le cycle a aussi été demandé. Si c’est bien vous, suivez-le depuis votre page personnelle\u00A0: les séances qui s’y ajouteront vous seront réservées.";

export const ADDED = "Vous suivez tout le cycle\u00A0: ces séances viennent d’y entrer.";

export const LEFT = "Vous ne suivez plus le cycle, et vos places à venir sont rendues.";
