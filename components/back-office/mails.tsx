import { ActionButton } from "#components/back-office/action-button";
import { DoneNotice } from "#components/back-office/done-notice";
import { Panel, Screen } from "#components/back-office/screen";
import { Facts } from "#components/ui/facts";
import { FilterLinks } from "#components/ui/filter-links";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { Tag } from "#components/ui/tag";
import type { FormAction } from "#lib/forms/state";
import { mailKindLabels, mailStatusLabels } from "#lib/mail/labels";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { MailStatus } from "#prisma/enums";

type MailLine = {
  id: string;
  kind: string;
  status: MailStatus;
  to: string;
  subject: string;
  attempts: number;
  lastError: string | null;
  sentAt: Date | null;
  createdAt: Date;
};

const looks = { queued: "need", sent: "plain", failed: "doubt" } as const satisfies Record<MailStatus, string>;

/** What a message is about. */
const kindWords = (kind: string): string =>
  Object.entries(mailKindLabels).find(([known]) => known === kind)?.[1] ?? kind;

type ListProps = {
  page: { items: readonly MailLine[]; total: number; page: number; pageCount: number };
  status: MailStatus | undefined;
};

/** The outbox, newest first. */
export function MailListScreen({ page: { items, total, page, pageCount }, status }: ListProps) {
  const filter = (label: string, value?: MailStatus) => ({
    label,
    href: paths.adminList("messages", { etat: value }),
    current: status === value,
  });
  return (
    <Screen title="Messages">
      <FilterLinks
        title="État"
        options={[
          filter("Tous"),
          filter(mailStatusLabels.queued, "queued"),
          filter(mailStatusLabels.sent, "sent"),
          filter(mailStatusLabels.failed, "failed"),
        ]}
      />
      <p className="text-muted">{counted(total, "message", "messages")}</p>
      {items.length > 0 && (
        <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {items.map(({ id, kind, status: state, to, subject, createdAt, sentAt }) => (
            <li key={id} className="wrap-anywhere border-line border-t py-3 first:border-t-0">
              <p className="flex flex-wrap items-center gap-x-3">
                <a
                  href={paths.adminEdit("messages", id)}
                  className="inline-flex min-h-11 min-w-0 items-center font-semibold"
                >
                  {french(subject)}
                </a>
                <Tag look={looks[state]}>{mailStatusLabels[state]}</Tag>
              </p>
              <p className="break-words">
                {kindWords(kind)}, à {to}
              </p>
              <p className="text-muted text-sm">
                {sentAt ? `Parti le ${formatTimestamp(sentAt)}` : `Écrit le ${formatTimestamp(createdAt)}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages de la boîte d’envoi"
        hrefOf={(target) => paths.adminList("messages", { etat: status, page: target })}
      />
    </Screen>
  );
}

type Mail = MailLine & { text: string; calendar: string | null; calendarMethod: string | null };

/** One message as it was written, and what became of it. */
export function MailScreen({
  mail,
  retry,
  done,
}: {
  mail: Mail;
  retry: FormAction;
  done: string | string[] | undefined;
}) {
  const { kind, status, to, subject, attempts, lastError, createdAt, sentAt, calendar, calendarMethod } = mail;
  const attachment = calendar
    ? `Un fichier d’agenda (${calendarMethod ?? "sans méthode"}, ${counted(calendar.length, "caractère", "caractères")})`
    : "Aucune";
  return (
    <Screen title={subject} parent={{ label: "Messages", href: paths.adminList("messages") }}>
      <DoneNotice done={done} />
      {status === "failed" && (
        <Notice look="danger" title="Le serveur de messagerie a refusé ce message.">
          <p className="mb-4 break-words">{lastError}</p>
          <ActionButton action={retry} values={{ id: mail.id }} label="Renvoyer" />
        </Notice>
      )}
      <Panel title="Envoi">
        <Facts
          facts={[
            { name: "État", value: <Tag look={looks[status]}>{mailStatusLabels[status]}</Tag> },
            { name: "Message", value: kindWords(kind) },
            { name: "À", value: <span className="break-all">{to}</span> },
            { name: "Objet", value: subject },
            { name: "Écrit le", value: formatTimestamp(createdAt) },
            { name: "Parti le", value: sentAt && formatTimestamp(sentAt) },
            { name: "Essais", value: attempts },
            { name: "Dernier refus", value: status === "failed" ? null : lastError },
            { name: "Pièce jointe", value: attachment },
          ]}
        />
      </Panel>
      <Panel title="Texte">
        <div className="whitespace-pre-wrap break-words font-mono text-sm">{mail.text}</div>
      </Panel>
      {calendar && (
        <Panel title="Fichier d’agenda">
          <div className="whitespace-pre-wrap break-words font-mono text-sm">{calendar}</div>
        </Panel>
      )}
    </Screen>
  );
}
