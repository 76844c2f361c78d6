import { DayPeople } from "#components/back-office/attendance/day-people";
import { DayQuestions } from "#components/back-office/attendance/day-questions";
import { DayRoomPanel } from "#components/back-office/attendance/day-room";
import { DaySearch } from "#components/back-office/attendance/day-search";
import { Refresh } from "#components/back-office/attendance/refresh";
import { DoneNotice } from "#components/back-office/done-notice";
import { Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import type { DayRoom } from "#lib/attendance/day/rules";
import type { Day, DayQuery } from "#lib/attendance/day/schema";
import type { FormAction } from "#lib/forms/state";
import { formatHour } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";
import type { SpokenOrder } from "#lib/questions/rules";
import type { ModeratedQuestion } from "#lib/questions/schema";
import type { Registrant } from "#lib/roster/schema";

type Props = {
  webinar: {
    id: string;
    title: string;
    startsAt: Date;
    durationMinutes: number;
    roomUrl: string | null;
    roomOpenedAt: Date | null;
  };
  room: DayRoom;
  day: Day;
  questions: SpokenOrder<ModeratedQuestion>;
  /** Those whom a search designates; null when nobody is looked for. */
  found: { items: readonly Registrant[]; total: number } | null;
  query: DayQuery;
  /** In how many seconds the screen asks again by itself; null when it does not. */
  seconds: number | null;
  actions: Record<"opening" | "room" | "tick" | "resend", FormAction>;
  done: string | string[] | undefined;
  at: Date;
};

function RefreshWords({ webinar: { id }, query, seconds, at }: Pick<Props, "webinar" | "query" | "seconds" | "at">) {
  const hrefOf = (change: Partial<DayQuery>) => paths.adminWebinar(id, "direct", { ...query, ...change });
  if (seconds === null && !query.arret) return null;
  const isTyping = query.saisie !== undefined || query.q !== "";
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-muted">
      <p>
        {seconds === null
          ? `Cet écran, lu à ${formatHour(at)}, ne s’actualise plus de lui-même.`
          : `Lu à ${formatHour(at)}. Cet écran s’actualise de lui-même toutes les ${seconds} secondes.`}
      </p>
      {seconds !== null && <Refresh seconds={seconds} href={isTyping ? null : hrefOf({})} />}
      <a href={hrefOf({ arret: query.arret ? undefined : "oui" })} className="inline-flex min-h-11 items-center">
        {query.arret ? "Reprendre l’actualisation" : "Arrêter l’actualisation"}
      </a>
    </div>
  );
}

/** One screen for whoever runs a session, from before its room opens until it closes. */
export function DayScreen({ webinar, room, day, questions, found, query, actions, ...props }: Props) {
  const { id } = webinar;
  const hrefOf = (saisie?: DayQuery["saisie"]) => paths.adminWebinar(id, "direct", { arret: query.arret, saisie });
  const values = { webinarId: id, ...(query.arret && { arret: query.arret }) };
  const back = hrefOf();
  const { entered, expected, waiting } = day;
  return (
    <Screen
      title={`Direct\u00A0: ${webinar.title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
    >
      <WebinarTabs id={id} current="direct" />
      <DoneNotice done={props.done} />
      <p className="text-lg">
        <strong>{counted(entered.length, "personne entrée", "personnes entrées")}</strong>,{" "}
        {counted(expected.length, "attendue", "attendues")}
        {waiting.length > 0 && `, ${waiting.length} sans place`}.
      </p>
      <RefreshWords webinar={webinar} query={query} {...props} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">
          <DayRoomPanel
            webinar={webinar}
            state={room}
            typing={query.saisie === "adresse"}
            hrefs={{ change: `${hrefOf("adresse")}#salle`, back }}
            values={values}
            actions={actions}
            at={props.at}
          />
          <DayQuestions webinarId={id} questions={questions} values={values} action={actions.tick} />
        </div>
        <div className="grid min-w-0 gap-6">
          <DaySearch
            webinarId={id}
            query={query}
            found={found}
            hrefs={{ search: `${hrefOf("personne")}#personne`, back }}
            values={values}
            action={actions.resend}
          />
          <DayPeople webinarId={id} day={day} />
        </div>
      </div>
    </Screen>
  );
}
