import type { ReactNode } from "react";
import { Panel, Screen } from "#components/back-office/screen";
import { IfMayAct } from "#components/forms/may-act";
import { Notice } from "#components/ui/notice";
import { Tag } from "#components/ui/tag";
import { CARDS, type EditorialNoun } from "#lib/nouns/cards";
import { formatDay, formatHours, formatShortDay, formatTimestamp } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";

const link = "inline-flex min-h-11 items-center font-semibold";

type WebinarRow = {
  id: string;
  title: string;
  startsAt: Date;
  durationMinutes: number;
  taken: number;
  waiting: number;
  capacity: number | null;
};

export function NextWebinar({ webinar }: { webinar: WebinarRow | null }) {
  if (!webinar) {
    return (
      <Panel title="Prochain webinaire">
        <p>Aucune séance n’est annoncée.</p>
        <IfMayAct>
          {" "}
          <a href={paths.adminNew("webinaires")} className={link}>
            Préparer une séance
          </a>
        </IfMayAct>
      </Panel>
    );
  }
  const { id, title, startsAt, durationMinutes, taken, waiting, capacity } = webinar;
  return (
    <Panel title="Prochain webinaire">
      <p className="font-semibold">{french(title)}</p>
      <p className="first-letter:uppercase">
        {formatDay(startsAt)}, {formatHours(startsAt, durationMinutes)}
      </p>
      <p className="mt-2">
        <span className="font-semibold text-heading">{taken}</span> {taken > 1 ? "inscrits" : "inscrit"}
        {capacity === null ? ", sans limite de places" : ` pour ${counted(capacity, "place", "places")}`}
        {waiting > 0 && `, ${counted(waiting, "personne", "personnes")} en liste d’attente`}
      </p>
      <p className="flex flex-wrap gap-x-6">
        <a href={paths.adminRegistrants(id)} className={link}>
          Voir les inscrits
        </a>
        <a href={paths.adminEdit("webinaires", id)} className={link}>
          Modifier la séance
        </a>
      </p>
    </Panel>
  );
}

type Chore = { title: string; href: string; what: string };

/** What sessions and readers ask of the team; nothing at all when they ask nothing. */
export function Chores({ chores }: { chores: readonly Chore[] }) {
  if (!chores.length) return null;
  return (
    <Panel title="À faire">
      <ul>
        {chores.map(({ title, href, what }) => (
          <li key={href} className="py-1">
            <a href={href} className={link}>
              {what}
            </a>
            <br />
            <span className="text-muted">{french(title)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the sites of centres propose; nothing at all when they propose nothing. */
export function Proposals({ count }: { count: number }) {
  if (!count) return null;
  return (
    <Panel title="Moisson">
      <p>{counted(count, "page attend d’être triée.", "pages attendent d’être triées.")}</p>
      <a href={paths.adminList("moisson")} className={link}>
        Trier les propositions
      </a>
    </Panel>
  );
}

type OutboxState = {
  queued: number;
  refused: number;
  leaves: boolean;
  stop: { since: Date } | null;
};

/** What waits in the outbox, and what was refused and not written again since. */
export function Outbox({ queued, refused, leaves, stop }: OutboxState) {
  return (
    <Panel title="Messages">
      {stop && (
        <Notice look="danger" title={`Les envois sont arrêtés depuis le ${formatTimestamp(stop.since)}.`}>
          <p>Le serveur de messagerie refuse tout le monde. Rien n’est perdu, mais plus rien ne part.</p>
          <a href={paths.adminList("envois")} className={link}>
            Lire ses mots et reprendre les envois
          </a>
        </Notice>
      )}
      {refused > 0 && (
        <Notice look="danger" title={`${counted(refused, "message refusé", "messages refusés")}, à reprendre.`}>
          <a href={paths.adminEdit("envois", "messages", { etat: "failed" })} className={link}>
            Voir pourquoi et les renvoyer
          </a>
        </Notice>
      )}
      <p className="mt-2">
        {queued > 0
          ? `${counted(queued, "message attend", "messages attendent")} de partir.`
          : "Aucun message n’attend."}
      </p>
      {!leaves && (
        <p className="text-muted">
          Aucun serveur de messagerie n’est réglé{"\u00A0"}: les messages restent dans la boîte d’envoi, où vous pouvez
          les lire.
        </p>
      )}
      <a href={paths.adminList("envois")} className={link}>
        Ouvrir la boîte d’envoi
      </a>
    </Panel>
  );
}

type Pending = {
  noun: EditorialNoun;
  id: string;
  title: string;
  publishedAt: Date | null;
  updatedAt: Date;
  startsAt: Date | null;
  changed: boolean;
  editHref: string;
};

function pendingWords({ publishedAt, startsAt, updatedAt, changed }: Pending): string {
  if (changed) return `modifications en attente, ${formatShortDay(updatedAt)}`;
  const state = publishedAt ? `paraît le ${formatTimestamp(publishedAt)}` : "brouillon";
  if (startsAt) return `${state}, séance du ${formatShortDay(startsAt)}`;
  return publishedAt ? state : `${state} du ${formatShortDay(updatedAt)}`;
}

type Waiting = {
  noun: EditorialNoun;
  drafts: number;
  draftsHref: string;
  scheduled: number;
  scheduledHref: string;
  changed: number;
  changedHref: string;
};

/** What the public does not see yet; where there is more than fits here, the lists that have the rest. */
export function PendingItems({ items, lists }: { items: readonly Pending[]; lists: readonly Waiting[] }) {
  const total = lists.reduce((sum, { drafts, scheduled, changed }) => sum + drafts + scheduled + changed, 0);
  const links = lists.flatMap(({ noun, drafts, draftsHref, scheduled, scheduledHref, changed, changedHref }) => [
    { href: draftsHref, count: drafts, words: "Voir tous les brouillons", noun },
    { href: scheduledHref, count: scheduled, words: "Voir toutes les publications programmées", noun },
    { href: changedHref, count: changed, words: "Voir toutes les modifications en attente", noun },
  ]);
  return (
    <Panel title="Brouillons et publications programmées">
      {items.length === 0 && <p>Tout ce qui est écrit est en ligne.</p>}
      <ul>
        {items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-3">
            <a href={item.editHref} className={link}>
              {french(item.title)}
            </a>
            <Tag>{CARDS[item.noun].singular}</Tag>
            <span className="text-muted">{pendingWords(item)}</span>
          </li>
        ))}
      </ul>
      {total > items.length && (
        <ul className="mt-4 border-line border-t pt-2">
          {links.map(
            ({ href, count, words, noun }) =>
              count > 0 && (
                <li key={href}>
                  <a href={href} className={link}>
                    {`${words}\u00A0: ${CARDS[noun].menu.label} (${count})`}
                  </a>
                </li>
              ),
          )}
        </ul>
      )}
    </Panel>
  );
}

type Doubt = { noun: EditorialNoun; toConfirm: number; listHref: string };

export function Doubts({ doubts }: { doubts: readonly Doubt[] }) {
  const open = doubts.filter(({ toConfirm }) => toConfirm > 0);
  return (
    <Panel title="Informations à confirmer">
      {open.length === 0 && <p>Toutes les informations sont documentées.</p>}
      <ul>
        {open.map(({ noun, toConfirm, listHref }) => (
          <li key={noun} className="flex flex-wrap items-center justify-between gap-x-4">
            <a href={listHref} className={link}>
              {CARDS[noun].menu.label}
            </a>
            <span>{counted(toConfirm, "fiche", "fiches")}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The first page of the back office: what comes, then what waits. */
export function Dashboard({ coming, waiting }: { coming: ReactNode; waiting: ReactNode }) {
  return (
    <Screen title="Tableau de bord">
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 xl:grid-cols-2">
        <div className="grid min-w-0 gap-6">{coming}</div>
        <div className="grid min-w-0 gap-6">{waiting}</div>
      </div>
    </Screen>
  );
}
