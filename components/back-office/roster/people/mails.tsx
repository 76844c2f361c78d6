import { fateWords, MailTag, mailKindWords, RefusalWords } from "#components/back-office/mail/state";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";
import type { PersonMail } from "#lib/roster/person/schema";

type Props = { mails: readonly PersonMail[]; total: number; email: string; leaves: boolean };

export function PersonMails({ mails, total, email, leaves }: Props) {
  if (mails.length === 0) return <p>Aucun message n’a été écrit à cette personne, ou ils ne sont plus gardés.</p>;
  return (
    <>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id} className="border-line border-t py-3 first:border-t-0">
            <p className="flex flex-wrap items-center gap-x-3">
              <a
                href={paths.adminEdit("envois", mail.id)}
                className="inline-flex min-h-11 min-w-0 items-center font-semibold"
              >
                {french(mail.subject)}
              </a>
              <MailTag status={mail.status} />
            </p>
            <p className="text-muted text-sm">
              {mailKindWords(mail.kind)}. {fateWords(mail, leaves)}
            </p>
            <RefusalWords mail={mail} />
          </li>
        ))}
      </ul>
      {total > mails.length && (
        <a
          href={paths.adminEdit("envois", "messages", { q: email })}
          className="inline-flex min-h-11 items-center font-semibold"
        >
          Voir les {total} messages
        </a>
      )}
    </>
  );
}
