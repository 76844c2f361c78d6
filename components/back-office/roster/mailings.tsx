import type { ReactNode } from "react";
import { ACCEPTED_MEANS, deliveryWords, mailKindWords } from "#components/back-office/mail/state";
import { Screen } from "#components/back-office/screen";
import { LinkButton } from "#components/ui/button";
import { formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french, quoted } from "#lib/platform/text";
import type { Mailing, MailingPage } from "#lib/roster/mailings/schema";
import { formatMonth } from "#lib/views/labels";

const link = "inline-flex min-h-11 items-center font-semibold";

const peopleHref = ({ kind, day, webinar, announcement }: Mailing, etat?: "failed") =>
  paths.adminEdit("envois", "messages", {
    type: kind,
    jour: day,
    seance: webinar?.id,
    annonce: announcement?.id,
    etat,
  });

function Line({ mailing }: { mailing: Mailing }) {
  const { kind, firstAt, webinar, announcement, deliveries } = mailing;
  const { sent, failed, queued, dropped } = deliveries;
  const words = mailKindWords(kind);
  return (
    <li className="grid gap-x-6 border-line border-t py-3 first:border-t-0 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <a href={peopleHref(mailing)} className={link}>
          {announcement ? french(`${words} ${quoted(announcement.subject)}`) : words}
        </a>
        {webinar && (
          <p>
            {formatShortDay(webinar.startsAt)}, {french(webinar.title)}
          </p>
        )}
        <p className="text-muted text-sm">
          {counted(sent + failed + queued + dropped, "message", "messages")}, depuis le {formatTimestamp(firstAt)}
        </p>
      </div>
      <div className="md:pt-2 md:text-right">
        <p>{deliveryWords(deliveries)}</p>
        {failed > 0 && (
          <a href={peopleHref(mailing, "failed")} className={link}>
            Voir {counted(failed, "refus", "refus")}
          </a>
        )}
      </div>
    </li>
  );
}

function Months({ month, previous, next }: Pick<MailingPage, "month" | "previous" | "next">) {
  const hrefOf = (mois: string) => paths.adminList("envois", { mois });
  return (
    <nav aria-label="Mois" className="flex flex-wrap items-center justify-between gap-4">
      {previous ? (
        <a href={hrefOf(previous)} rel="prev" className={link}>
          ← {formatMonth(previous)}
        </a>
      ) : (
        <span />
      )}
      <h2 className="text-xl first-letter:uppercase">{formatMonth(month)}</h2>
      {next ? (
        <a href={hrefOf(next)} rel="next" className={link}>
          {formatMonth(next)} →
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}

type Props = {
  page: MailingPage;
  /** What keeps messages from leaving. */
  trouble: ReactNode;
};

export function MailingsScreen({ page: { mailings, ...months }, trouble }: Props) {
  return (
    <Screen
      title="Envois"
      tools={
        <>
          <LinkButton href={paths.adminEdit("envois", "messages")} look="secondary">
            Message par message
          </LinkButton>
          <LinkButton href={paths.adminEdit("envois", "textes")} look="secondary">
            Modèles
          </LinkButton>
        </>
      }
    >
      {trouble}
      <Months {...months} />
      {mailings.length === 0 ? (
        <p>Aucun message n’a été écrit ce mois-là.</p>
      ) : (
        <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
          {mailings.map((mailing) => (
            <Line key={peopleHref(mailing)} mailing={mailing} />
          ))}
        </ul>
      )}
      <p className="text-muted">{ACCEPTED_MEANS}</p>
    </Screen>
  );
}
