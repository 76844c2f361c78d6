import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { adoptAddress, changeAddress } from "#app/(site)/inscriptions/[token]/(address)/actions";
import {
  changePerson,
  changeReminders,
  erasePersonalData,
  followWholeCycle,
  sendMyLinks,
  unfollowCycle,
} from "#app/(site)/inscriptions/[token]/(person)/actions";
import {
  answerSeat,
  askAgain,
  cancelSeat,
  correctFormAnswers,
  undoCancellation,
} from "#app/(site)/inscriptions/[token]/(seat)/actions";
import { roomAddress } from "#components/attendance/room-address";
import { ADDRESS_TITLE, AddressScreen } from "#components/enrolment/address-screen";
import { PersonalPage, personalTitle } from "#components/enrolment/personal-page";
import type { SeatDoors } from "#components/enrolment/ticket";
import { roomClosesAt, roomOpensAt } from "#lib/attendance/rules";
import { describeEvent } from "#lib/calendar/file";
import { googleCalendarUrl, outlookCalendarUrl } from "#lib/calendar/links";
import { findRegistrations } from "#lib/enrolment/page/queries";
import type { SeatView } from "#lib/enrolment/page/schema";
import { findProposal } from "#lib/people/addresses/queries";
import { now } from "#lib/platform/clock";
import { endsAt } from "#lib/platform/dates";
import { env } from "#lib/platform/env";
import { paths } from "#lib/platform/paths";
import { countHeld } from "#lib/privacy/queries";

type Props = {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : undefined);

/** What is read of the database and of the address, once for the page and its title. */
const load = cache(async (token: string) => {
  const at = now();
  const view = await findRegistrations(token, at);
  return { at, view, proposal: view ? null : await findProposal(token, at) };
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const [{ token }, { seance, fait }] = await Promise.all([params, searchParams]);
  const { view, proposal, at } = await load(token);
  const untold = proposal ? ADDRESS_TITLE : "Inscription introuvable";
  return {
    title: view
      ? personalTitle(view, { seats: listed(view.seats, token, at), chosen: text(seance), done: text(fait), at })
      : untold,
    // Stricter, it would also hide from us where the form's POST comes from, and the front would refuse it.
    referrer: "same-origin",
    robots: { index: false, follow: false },
  };
}

const actions = {
  cancel: cancelSeat,
  undo: undoCancellation,
  answer: answerSeat,
  ask: askAgain,
  correct: correctFormAnswers,
  details: changePerson,
  address: changeAddress,
  reminders: changeReminders,
  followCycle: followWholeCycle,
  leaveCycle: unfollowCycle,
  erase: erasePersonalData,
  sendLinks: sendMyLinks,
};

function doorsOf({ state, present, webinar }: SeatView, token: string, at: Date): SeatDoors {
  const opensAt = roomOpensAt(webinar);
  const isOpen = state === "confirmed" && !webinar.cancelledAt && opensAt <= at && at < roomClosesAt(webinar);
  const words = describeEvent({ ...webinar, tentative: webinar.forecast }, true, env().SITE_URL);
  return {
    opensAt,
    room: isOpen ? roomAddress(token, webinar.slug) : null,
    certificate: present && endsAt(webinar) <= at ? paths.certificate(token, webinar.slug) : null,
    calendars: {
      file: paths.registrationCalendar(token, webinar.slug),
      others: [
        { label: "Google Agenda", href: googleCalendarUrl(webinar, words) },
        { label: "Outlook, compte professionnel", href: outlookCalendarUrl("office", webinar, words) },
        { label: "Outlook, compte personnel", href: outlookCalendarUrl("live", webinar, words) },
      ],
    },
  };
}

const listed = (seats: readonly SeatView[], token: string, at: Date) =>
  seats.map((seat) => ({ seat, doors: doorsOf(seat, token, at) }));

export default async function RegistrationPage({ params, searchParams }: Props) {
  const [{ token }, { seance, fait }] = await Promise.all([params, searchParams]);
  const { view, proposal, at } = await load(token);
  if (proposal) return <AddressScreen action={adoptAddress} token={token} email={proposal.email} />;
  if (!view) notFound();
  return (
    <PersonalPage
      view={view}
      seats={listed(view.seats, token, at)}
      chosen={text(seance)}
      held={view.person && (await countHeld(token))}
      token={token}
      actions={actions}
      done={text(fait)}
      at={at}
    />
  );
}
