import type { Metadata } from "next";
import { Today } from "#components/back-office/attendance/today";
import {
  Chores,
  Dashboard,
  Doubts,
  NextWebinar,
  Outbox,
  PendingItems,
  Proposals,
} from "#components/back-office/dashboard";
import { webinarsOfTheDay } from "#lib/attendance/day/queries";
import { webinarsAwaitingAttendance } from "#lib/attendance/queries";
import { readingsAsked } from "#lib/desks/readings/queries";
import { requireViewer } from "#lib/edge/session";
import { countPendingProposals } from "#lib/harvest/proposals/queries";
import { editorialOverview, pendingItems } from "#lib/items/queries";
import { countFailingLinks } from "#lib/link-watch/queries";
import { findOutboxStop, listMails } from "#lib/mail/queries";
import { countRefused } from "#lib/notices/outbox/queries";
import { CARDS, EDITORIAL_NOUNS } from "#lib/nouns/cards";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { counted } from "#lib/platform/text";
import { webinarsWithPendingQuestions } from "#lib/questions/queries";
import { countWaitingRemarks } from "#lib/remarks/queries";
import { nextWebinarForEditor } from "#lib/webinars/queries";
import { webinarsAwaitingReplay } from "#lib/webinars/replay/queries";

export const metadata: Metadata = { title: "Tableau de bord" };

const PENDING_SHOWN = 12;

export default async function DashboardPage() {
  const editor = await requireViewer();
  const at = now();
  const [next, today, unnoted, asked, awaited, remarks, overview, pending, queued, refused, stop, proposals, links] =
    await Promise.all([
      nextWebinarForEditor(editor, at),
      webinarsOfTheDay(editor, at),
      webinarsAwaitingAttendance(editor, at),
      webinarsWithPendingQuestions(editor, at),
      webinarsAwaitingReplay(editor, at),
      countWaitingRemarks(editor),
      editorialOverview(editor, at),
      pendingItems(editor, at, PENDING_SHOWN),
      listMails(editor, { etat: "queued" }),
      countRefused(editor, at),
      findOutboxStop(editor),
      countPendingProposals(editor),
      countFailingLinks(editor, at),
    ]);
  const doubts = EDITORIAL_NOUNS.map((noun) => ({
    noun,
    toConfirm: overview.find((waiting) => waiting.noun === noun)?.toConfirm ?? 0,
    listHref: paths.adminList(CARDS[noun].section, { fiabilite: "to_confirm" }),
  }));
  const chores = [
    ...(await readingsAsked(editor)).map(({ noun, itemId, title, askedBy }) => ({
      title,
      href: `${paths.adminEdit(CARDS[noun].section, itemId)}#relectures`,
      what: `Relire, à la demande de ${askedBy ?? "l’équipe"}`,
    })),
    ...unnoted.map(({ id, title, unnoted: count }) => ({
      title,
      href: paths.adminWebinar(id, "presence"),
      what: `Relever la présence\u00A0: le message du lendemain attend pour ${counted(count, "personne", "personnes")}`,
    })),
    ...asked.map(({ id, title, pending: count }) => ({
      title,
      href: paths.adminWebinar(id, "questions"),
      what: `Trier ${counted(count, "question", "questions")}`,
    })),
    ...awaited.map(({ id, title, registrants }) => ({
      title,
      href: paths.adminEdit("webinaires", id),
      what: `Publier l’enregistrement\u00A0: ${counted(registrants, "personne l’attend", "personnes l’attendent")}`,
    })),
    ...(remarks
      ? [
          {
            title: "Remarques des lecteurs",
            href: paths.adminList("remarques"),
            what: `Lire ${counted(remarks, "remarque", "remarques")}`,
          },
        ]
      : []),
    ...(links.dead + links.to_check
      ? [
          {
            title: "Liens vers d’autres sites",
            href: paths.adminList("liens"),
            what: [
              links.dead && `Remplacer ${counted(links.dead, "lien mort", "liens morts")}`,
              links.to_check && `${links.dead ? "vérifier" : "Vérifier"} ${counted(links.to_check, "lien", "liens")}`,
            ]
              .filter(Boolean)
              .join(", "),
          },
        ]
      : []),
  ];
  return (
    <Dashboard
      coming={
        <>
          <Today webinars={today} />
          <NextWebinar webinar={next} />
          <Chores chores={chores} />
          <PendingItems
            items={pending.map((item) => ({ ...item, editHref: paths.adminEdit(CARDS[item.noun].section, item.id) }))}
            lists={overview.map((waiting) => ({
              ...waiting,
              draftsHref: paths.adminList(CARDS[waiting.noun].section, { etat: "draft" }),
              scheduledHref: paths.adminList(CARDS[waiting.noun].section, { etat: "scheduled" }),
              changedHref: paths.adminList(CARDS[waiting.noun].section, { etat: "changed" }),
            }))}
          />
        </>
      }
      waiting={
        <>
          <Outbox queued={queued.total} refused={refused} stop={stop} leaves={env().SMTP_URL !== undefined} />
          <Proposals count={proposals} />
          <Doubts doubts={doubts} />
        </>
      }
    />
  );
}
