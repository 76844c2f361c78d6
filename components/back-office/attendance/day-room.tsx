import { RoomForm } from "#components/back-office/attendance/room-form";
import { Panel } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { IfMayAct } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import type { DayRoom } from "#lib/attendance/day/rules";
import { isRoomAddress, mayOpenRoom, roomClosesAt, roomOpensAt, roomUsuallyOpensAt } from "#lib/attendance/rules";
import type { FormAction } from "#lib/forms/state";
import { formatHour } from "#lib/platform/dates";

type Hours = { startsAt: Date; durationMinutes: number; roomOpenedAt: Date | null };

type Props = {
  webinar: Hours & { roomUrl: string | null };
  state: DayRoom;
  /** Whether the address is being typed. */
  typing: boolean;
  /** Where it is typed, and where it is no longer. */
  hrefs: { change: string; back: string };
  values: Readonly<Record<string, string>>;
  actions: Record<"opening" | "room", FormAction>;
  at: Date;
};

function stateWords(webinar: Hours, state: DayRoom): string {
  if (state === "cancelled") return "La séance est annulée\u00A0: personne n’entre.";
  if (state === "over") return `La salle est fermée aux inscrits depuis ${formatHour(roomClosesAt(webinar))}.`;
  const opens = formatHour(roomOpensAt(webinar));
  return state === "early"
    ? `Les inscrits entreront à partir de ${opens}. Vous pouvez déjà y aller.`
    : `Les inscrits entrent, par leur lien, depuis ${opens}.`;
}

/** Lets people in before the usual time, and takes it back. */
function Opening({ webinar, state, values, actions, at }: Props) {
  if (!mayOpenRoom(webinar, at) || (state !== "early" && state !== "open")) return null;
  const [entree, label] =
    state === "early"
      ? ["ouverte", "Laisser entrer dès maintenant"]
      : ["a-l-heure", `Ne laisser entrer qu’à ${formatHour(roomUsuallyOpensAt(webinar))}`];
  return <ActionButton action={actions.opening} values={{ ...values, entree }} label={label} look="secondary" />;
}

/** Where the session takes place: the way in for its host, and the address that whoever clicks is led to. */
export function DayRoomPanel(props: Props) {
  const { webinar, state, typing, hrefs, values, actions } = props;
  const { roomUrl } = webinar;
  const isTyped = typing || state === "missing";
  return (
    <Panel title="La salle" id="salle">
      <div className="grid gap-4">
        {state === "missing" ? (
          <Notice look="danger" title={"Personne ne peut entrer\u00A0: la salle n’a pas d’adresse."} />
        ) : (
          <p>{stateWords(webinar, state)}</p>
        )}
        {isRoomAddress(roomUrl) && (
          <>
            <p>
              <LinkButton href={roomUrl} apart>
                Ouvrir la salle (nouvel onglet)
              </LinkButton>
            </p>
            <Opening {...props} />
            <p>
              <span className="text-muted">Adresse de la salle{"\u00A0"}:</span> <bdi>{roomUrl}</bdi>
            </p>
          </>
        )}
        <IfMayAct>
          {isTyped ? (
            <RoomForm action={actions.room} values={values} roomUrl={roomUrl ?? ""} />
          ) : (
            <a href={hrefs.change} className="inline-flex min-h-11 items-center font-semibold">
              Changer l’adresse
            </a>
          )}
          {typing && (
            <a href={hrefs.back} className="inline-flex min-h-11 items-center">
              Garder l’adresse
            </a>
          )}
        </IfMayAct>
      </div>
    </Panel>
  );
}
