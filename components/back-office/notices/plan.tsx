import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { deliveryWords } from "#components/back-office/mail/state";
import { Panel, Screen } from "#components/back-office/screen";
import { WebinarTabs } from "#components/back-office/webinars/tabs";
import { ActionButton } from "#components/forms/action-button";
import { IfMayAct } from "#components/forms/may-act";
import { LinkButton } from "#components/ui/button";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { mailKindLabels, mailKindMoments } from "#lib/mail/labels";
import type { Deliveries, MailKind } from "#lib/mail/schema";
import { planStateLabels } from "#lib/notices/plan/labels";
import type { PlanState } from "#lib/notices/plan/schema";
import { formatDay, formatHours, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, quoted } from "#lib/platform/text";

export type Planned = { due: Date; recipients: number; state: PlanState; off: boolean };
export type PlannedMessage = { kind: MailKind; deliveries: Deliveries; rewritten: boolean; planned: Planned | null };
export type PlanWebinar = { id: string; title: string; startsAt: Date; durationMinutes: number; forgotten: number };

const looks = {
  planned: "need",
  leaving: "need",
  done: "strong",
  nobody: "plain",
  waiting: "doubt",
  held: "doubt",
  off: "plain",
  past: "plain",
  erased: "plain",
  cancelled: "plain",
  hidden: "doubt",
} as const satisfies Record<PlanState, string>;

const GROUPS: { title: string; kinds: MailKind[] }[] = [
  {
    title: "À l’inscription",
    kinds: ["registration-confirmed", "registration-waiting", "registration-already", "cycle-session-added"],
  },
  { title: "Quand une place se libère", kinds: ["seat-offered", "seat-given", "offer-expired", "offer-withdrawn"] },
  {
    title: "Quand quelque chose change",
    kinds: [
      "webinar-moved",
      "webinar-retimed",
      "webinar-cancelled",
      "registration-cancelled",
      "cancellation-to-confirm",
    ],
  },
  { title: "Avant la séance", kinds: ["reminder-week", "reminder-day", "reminder-hour"] },
  { title: "Après la séance", kinds: ["follow-up-present", "follow-up-absent", "survey"] },
];

export const PlanTag = ({ state }: { state: PlanState }) => <Tag look={looks[state]}>{planStateLabels[state]}</Tag>;

/** What a planned message that was not sent yet can be told. */
export function SwitchButton({ id, message, action }: { id: string; message: PlannedMessage; action: FormAction }) {
  const { kind, planned } = message;
  if (!planned || ["done", "nobody", "past", "erased", "cancelled"].includes(planned.state)) return null;
  const name = quoted(mailKindLabels[kind]);
  return (
    <ActionButton
      action={action}
      values={{ id, kind, on: planned.off ? "on" : "" }}
      label={planned.off ? `Remettre en route ${name}` : `Arrêter ${name}`}
      look="secondary"
    />
  );
}

export const momentWords = ({ kind, planned }: PlannedMessage): string =>
  planned ? `${mailKindMoments[kind]}\u00A0: le ${formatTimestamp(planned.due)}` : mailKindMoments[kind];

/** States in which a planned message will reach nobody more. */
const OVER: readonly PlanState[] = ["done", "nobody", "past", "erased", "cancelled"];
/** States that say by themselves why none has left. */
const TELLING: readonly PlanState[] = ["erased", "nobody"];

export const countWords = ({ deliveries, planned }: PlannedMessage): string => {
  const reached =
    planned &&
    !OVER.includes(planned.state) &&
    `${counted(planned.recipients, "destinataire", "destinataires")} aujourd’hui`;
  const none = planned && !TELLING.includes(planned.state) && "aucun message parti";
  return [reached, deliveryWords(deliveries) || none].filter(Boolean).join(", ");
};

function Line({ id, message, action }: { id: string; message: PlannedMessage; action: FormAction }) {
  const { kind, rewritten, planned } = message;
  return (
    <li className="grid gap-x-6 gap-y-2 border-line border-t py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            href={paths.adminEdit("webinaires", `${id}/messages/${kind}`)}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            {mailKindLabels[kind]}
          </a>
          {planned && <PlanTag state={planned.state} />}
          {rewritten && <Tag>Texte de cette séance</Tag>}
        </p>
        <p>{momentWords(message)}</p>
        <p className="text-muted text-sm first-letter:uppercase empty:hidden">{countWords(message)}</p>
      </div>
      <div className="self-center">
        <SwitchButton id={id} message={message} action={action} />
      </div>
    </li>
  );
}

type Props = {
  webinar: PlanWebinar;
  messages: readonly PlannedMessage[];
  switchMail: FormAction;
  done: string | string[] | undefined;
  children: ReactNode;
};

export function MailPlanScreen({ webinar, messages, switchMail, done, children }: Props) {
  const { id, title, startsAt, durationMinutes, forgotten } = webinar;
  return (
    <Screen
      title={`Messages : ${title}`}
      parent={{ label: "Webinaires", href: paths.adminList("webinaires") }}
      tools={
        <IfMayAct>
          <LinkButton href={paths.adminEdit("webinaires", `${id}/messages/ecrire`)}>Écrire aux inscrits</LinkButton>
        </IfMayAct>
      }
    >
      <WebinarTabs id={id} current="messages" />
      <DoneNotice done={done} />
      <p>
        <span className="inline-block first-letter:uppercase">
          {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
        </span>{" "}
        (heure de Paris). Ces messages partent tout seuls. Ouvrez-en un pour le lire, le réécrire ou vous l’envoyer à
        l’essai.
      </p>
      {forgotten > 0 && (
        <p>
          {forgotten > 1
            ? `${counted(forgotten, "personne", "personnes ont été anonymisées")}\u00A0: les messages qui leur ont été écrits ont été effacés avec elles, et ne sont plus comptés ici.`
            : "Une personne a été anonymisée\u00A0: les messages qui lui ont été écrits ont été effacés avec elle, et ne sont plus comptés ici."}
        </p>
      )}
      {GROUPS.map(({ title: name, kinds }) => (
        <Panel key={name} title={name}>
          <ul>
            {kinds.map((kind) => {
              const message = messages.find((one) => one.kind === kind);
              return message && <Line key={kind} id={id} message={message} action={switchMail} />;
            })}
          </ul>
        </Panel>
      ))}
      {children}
    </Screen>
  );
}
