import { openingWords } from "#lib/attendance/labels";
import type { RoomState, RoomView } from "#lib/attendance/schema";
import { endsAt, formatHour } from "#lib/platform/dates";
import { overrunWords } from "#lib/webinars/labels";

type Words = { title: string; lead: string };

const FIXED: Record<Exclude<RoomState, "early" | "open" | "over">, Words> = {
  missing: {
    title: "La salle ouvre dans un instant",
    lead: "L’équipe n’a pas encore donné l’adresse de la visioconférence. Restez ici : cette page la demande chaque minute.",
  },
  cancelled: {
    title: "Cette séance est annulée",
    lead: "L’équipe d’organisation l’a annulée : la salle n’ouvrira pas, et vous n’avez rien à faire.",
  },
  waiting: {
    title: "Vous êtes en liste d’attente",
    lead: "La salle s’ouvre aux personnes qui ont une place. Dès qu’une place se libère pour vous, un message vous le dit.",
  },
  offered: {
    title: "Une place vous est proposée",
    lead: "Il reste à l’accepter depuis votre page personnelle : la salle vous sera alors ouverte.",
  },
  left: {
    title: "Vous n’avez plus de place à cette séance",
    lead: "Votre inscription a été annulée, ou la place proposée est restée sans réponse. Votre page personnelle dit ce qui est encore possible.",
  },
};

const OVER = {
  replay: {
    title: "La séance est terminée",
    lead: "L’enregistrement est en ligne : vous pouvez la revoir quand vous voulez.",
  },
  soon: {
    title: "La séance est terminée",
    lead: "L’enregistrement n’est pas encore en ligne. Il viendra sur la page de la séance, et un message vous le dira.",
  },
};

/** Title and first sentence of the page of a room. */
export function roomWords({ state, opensAt, webinar }: RoomView, at: Date): Words {
  if (state === "early") return { title: "La salle n’est pas encore ouverte", lead: openingWords(opensAt, at) };
  if (state === "over") return webinar.replayPublic ? OVER.replay : OVER.soon;
  if (state !== "open") return FIXED[state];
  if (endsAt(webinar) <= at)
    return { title: "La salle est encore ouverte", lead: `${overrunWords(webinar)} Vous pouvez entrer.` };
  const when = at < webinar.startsAt ? `commence à ${formatHour(webinar.startsAt)}, heure de Paris` : "a commencé";
  return { title: "La salle est ouverte", lead: `La séance ${when}. Vous pouvez entrer.` };
}
