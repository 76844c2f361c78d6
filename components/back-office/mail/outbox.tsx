import { DoneNotice } from "#components/back-office/done-notice";
import { MailFilters, type MailSearch, mailsHref } from "#components/back-office/mail/filters";
import {
  ACCEPTED_MEANS,
  fateWords,
  type MailFate,
  MailTag,
  mailKindWords,
  RefusalWords,
} from "#components/back-office/mail/state";
import { Screen } from "#components/back-office/screen";
import { ActionButton } from "#components/forms/action-button";
import { LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import type { FormAction } from "#lib/forms/state";
import { formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { MailStatus } from "#prisma/enums";

type Mail = MailFate & { id: string; kind: string; to: string; subject: string; lastError: string | null };

function Line({ mail, leaves }: { mail: Mail; leaves: boolean }) {
  const { id, kind, status, to, subject } = mail;
  return (
    <li className="wrap-anywhere border-line border-t py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3">
        <a href={paths.adminEdit("envois", id)} className="inline-flex min-h-11 min-w-0 items-center font-semibold">
          {french(subject)}
        </a>
        <MailTag status={status} />
      </p>
      <p>
        {mailKindWords(kind)}, à {to}
      </p>
      <p className="text-muted text-sm">{fateWords(mail, leaves)}</p>
      <RefusalWords mail={mail} />
    </li>
  );
}

type Props = {
  page: {
    items: readonly Mail[];
    total: number;
    page: number;
    pageCount: number;
    counts: Partial<Record<MailStatus, number>>;
  };
  search: MailSearch;
  webinars: readonly { id: string; title: string; startsAt: Date }[];
  leaves: boolean;
  stop: { since: Date; words: string } | null;
  refused: number;
  actions: { resume: FormAction; retryAll: FormAction };
  done: string | string[] | undefined;
};

function Stopped({ since, words, resume }: { since: Date; words: string; resume: FormAction }) {
  return (
    <Notice look="danger" title={`Les envois sont arrêtés depuis le ${formatTimestamp(since)}.`}>
      <p>Le serveur de messagerie refuse tout le monde, avec ces mots{"\u00A0"}:</p>
      <p className="wrap-anywhere mb-2">{words}</p>
      <p className="mb-4">
        Rien n’est perdu{"\u00A0"}: un message est essayé chaque minute, et tous repartent dès qu’un seul est accepté.
        L’adresse d’envoi, le mot de passe et la réputation du serveur sont à vérifier avec la personne qui a installé
        le portail (<code>npm run doctor</code>).
      </p>
      <ActionButton action={resume} label="Reprendre les envois" />
    </Notice>
  );
}

function Refused({ total, search, retryAll }: { total: number; search: MailSearch; retryAll: FormAction | null }) {
  const shown = search.etat === "failed";
  return (
    <Notice look="danger" title={`${counted(total, "message refusé", "messages refusés")}.`}>
      {!shown && (
        <a href={mailsHref({ ...search, etat: "failed" })} className="inline-flex min-h-11 items-center font-semibold">
          Voir pourquoi et les renvoyer
        </a>
      )}
      {shown && retryAll && (
        <>
          <p className="mb-4">
            Quand ils ont la même cause et qu’elle est réparée, tous peuvent repartir ensemble. Ceux qu’un message plus
            récent rend faux restent ici.
          </p>
          <ActionButton action={retryAll} label="Renvoyer tout" />
        </>
      )}
    </Notice>
  );
}

type TroubleProps = Pick<Props, "search" | "leaves" | "stop" | "done"> & {
  failed: number;
  actions: { resume: FormAction; retryAll: FormAction | null };
};

/** What was just done, and what keeps messages from leaving. */
export function OutboxTrouble({ search, leaves, stop, done, failed, actions }: TroubleProps) {
  return (
    <>
      <DoneNotice done={done} />
      {stop && <Stopped {...stop} resume={actions.resume} />}
      {failed > 0 && <Refused total={failed} search={search} retryAll={actions.retryAll} />}
      {!leaves && (
        <Notice
          look="warning"
          title="Aucun serveur de messagerie n’est réglé : les messages attendent ici, où vous pouvez les lire."
        />
      )}
    </>
  );
}

export function MailListScreen({ page: listed, search, webinars, leaves, stop, refused, actions, done }: Props) {
  const { items, total, page, pageCount, counts } = listed;
  return (
    <Screen
      title="Messages envoyés"
      parent={{ label: "Envois", href: paths.adminList("envois") }}
      tools={
        <LinkButton href={paths.adminEdit("envois", "textes")} look="secondary">
          Modèles
        </LinkButton>
      }
    >
      <OutboxTrouble
        {...{ search, leaves, stop, done }}
        failed={counts.failed ?? 0}
        actions={{ ...actions, retryAll: refused > 0 ? actions.retryAll : null }}
      />
      <MailFilters search={search} counts={counts} webinars={webinars} />
      <p className="text-muted">
        {counted(total, "message", "messages")}. {ACCEPTED_MEANS}
      </p>
      {items.length === 0 ? (
        <p>
          {search.etat || search.type || search.seance || search.jour || search.q
            ? "Aucun message ne répond à cette recherche."
            : "Aucun message n’a encore été écrit\u00A0: le premier part avec la première inscription."}
        </p>
      ) : (
        <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {items.map((mail) => (
            <Line key={mail.id} mail={mail} leaves={leaves} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        label="Pages de la boîte d’envoi"
        hrefOf={(target) => mailsHref(search, target)}
      />
    </Screen>
  );
}
