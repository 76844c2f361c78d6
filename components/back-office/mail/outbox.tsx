import { MailFilters, type MailSearch, mailsHref } from "#components/back-office/mail/filters";
import { ACCEPTED_MEANS, fateWords, type MailFate, MailTag, mailKindWords } from "#components/back-office/mail/state";
import { Screen } from "#components/back-office/screen";
import { LinkButton } from "#components/ui/button";
import { Notice } from "#components/ui/notice";
import { Pagination } from "#components/ui/pagination";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import type { MailStatus } from "#prisma/enums";

type Mail = MailFate & { id: string; kind: string; to: string; subject: string; lastError: string | null };

function Line({ mail, leaves }: { mail: Mail; leaves: boolean }) {
  const { id, kind, status, to, subject, lastError } = mail;
  return (
    <li className="wrap-anywhere border-line border-t py-3 first:border-t-0">
      <p className="flex flex-wrap items-center gap-x-3">
        <a href={paths.adminEdit("messages", id)} className="inline-flex min-h-11 min-w-0 items-center font-semibold">
          {french(subject)}
        </a>
        <MailTag status={status} />
      </p>
      <p>
        {mailKindWords(kind)}, à {to}
      </p>
      <p className="text-muted text-sm">{fateWords(mail, leaves)}</p>
      {status === "failed" && lastError && <p className="text-danger text-sm">{lastError}</p>}
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
};

export function MailListScreen({ page: { items, total, page, pageCount, counts }, search, webinars, leaves }: Props) {
  const failed = counts.failed ?? 0;
  return (
    <Screen
      title="Messages"
      tools={
        <LinkButton href={paths.adminEdit("messages", "textes")} look="secondary">
          Textes des messages
        </LinkButton>
      }
    >
      {failed > 0 && search.etat !== "failed" && (
        <Notice look="danger" title={`${counted(failed, "message refusé", "messages refusés")}.`}>
          <a
            href={mailsHref({ ...search, etat: "failed" })}
            className="inline-flex min-h-11 items-center font-semibold"
          >
            Voir pourquoi et les renvoyer
          </a>
        </Notice>
      )}
      {!leaves && (
        <Notice
          look="warning"
          title="Aucun serveur de messagerie n’est réglé : les messages attendent ici, où vous pouvez les lire."
        />
      )}
      <MailFilters search={search} counts={counts} webinars={webinars} />
      <p className="text-muted">
        {counted(total, "message", "messages")}. {ACCEPTED_MEANS}
      </p>
      {items.length === 0 ? (
        <p>Aucun message ne répond à cette recherche.</p>
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
