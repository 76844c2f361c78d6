import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PersonScreen } from "#components/back-office/roster/people/screen";
import type { FormAction } from "#lib/forms/state";
import type { PersonFile, PersonMail, PersonSeat } from "#lib/roster/person/schema";
import { AT, DAY, later } from "#tests/support/clock";

const action: FormAction = async (state) => state;

const mail: PersonMail = {
  id: "m",
  kind: "registration-confirmed",
  subject: "Votre inscription",
  status: "sent",
  attempts: 1,
  lastError: null,
  bouncedAt: null,
  nextTryAt: null,
  sentAt: AT,
  createdAt: AT,
  webinarTitle: "Qualifier",
};
const seat: PersonSeat = {
  id: "s",
  status: "confirmed",
  origin: "form",
  createdAt: AT,
  cancelledAt: null,
  cancellationReason: null,
  offerExpiresAt: null,
  accessNeeds: null,
  certificateCode: null,
  position: null,
  keptUntil: later(180 * DAY),
  presentAt: null,
  presentMinutes: null,
  attendanceComplete: false,
  webinar: { id: "w", title: "Qualifier", startsAt: later(DAY), cancelledAt: null },
  questions: [],
};
const marie: PersonFile = {
  id: "p",
  email: "marie@exemple.fr",
  emailKey: "marie@exemple.fr",
  createdAt: AT,
  identity: { firstName: "Marie", lastName: "Curie", profile: "researcher", organisation: null, territory: null },
  newsletter: null,
  remindersOffAt: null,
  cycles: [],
  digest: null,
  seats: [seat],
  mails: [mail],
  mailCount: 1,
  heldSince: null,
};

const shown = (change: Partial<PersonFile> = {}, leaves = true) =>
  renderToStaticMarkup(
    <PersonScreen
      person={{ ...marie, ...change }}
      follows={["Les webinaires"]}
      sessions={[{ id: "w2", title: "Évaluer", startsAt: later(2 * DAY) }]}
      actions={{
        cancel: action,
        restore: action,
        resend: action,
        rename: action,
        readdress: action,
        register: action,
        erase: action,
      }}
      remarks={null}
      leaves={leaves}
      done={undefined}
      at={AT}
    />,
  );

describe("the screen of a person says first why she may have received nothing:", () => {
  test("nothing, when her last message was accepted", () => {
    expect(shown()).not.toContain("Son dernier message");
    expect(shown()).toContain("Lui renvoyer ses liens");
  });

  test("a refusal, in French, before the words of the server", () => {
    const refused = shown({ mails: [{ ...mail, status: "failed", lastError: "550 5.1.1 User unknown" }] });
    expect(refused).toMatch(/Son dernier message est refusé\.[\s\S]*Cette adresse n’existe pas\.[\s\S]*550 5\.1\.1/);
  });

  test("a message that came back after it was accepted", () => {
    expect(shown({ mails: [{ ...mail, bouncedAt: AT, lastError: "5.2.2 full" }] })).toMatch(
      /Son dernier message est revenu\.[\s\S]*Cette boîte est pleine\./,
    );
  });

  test("a message that is held, or waits for a mail server", () => {
    expect(shown({ heldSince: AT })).toContain("Un message à cette personne attend.");
    const queued = { ...mail, status: "queued" as const, sentAt: null };
    expect(shown({ mails: [queued] }, false)).toContain("Aucun serveur de messagerie");
    expect(shown({ mails: [queued] })).not.toContain("Aucun serveur de messagerie");
  });
});

describe("the sessions of a person", () => {
  const past = { ...seat.webinar, startsAt: later(-DAY) };

  test("say of the past whether she came, did not, or nobody said", () => {
    expect(shown({ seats: [{ ...seat, webinar: past }] })).toContain("Présence non relevée");
    expect(shown({ seats: [{ ...seat, webinar: past, attendanceComplete: true }] })).toContain("Absence");
    expect(shown({ seats: [{ ...seat, webinar: past, presentAt: AT, presentMinutes: 54 }] })).toContain("54\u00A0min");
    expect(shown()).not.toMatch(/Présence|Absence/);
  });

  test("are left and taken again before they begin, and never once they are cancelled", () => {
    expect(shown()).toContain("Oui, annuler et prévenir");
    expect(shown({ seats: [{ ...seat, status: "cancelled" }] })).toContain("Rétablir l’inscription");
    for (const webinar of [past, { ...seat.webinar, cancelledAt: AT }])
      expect(shown({ seats: [{ ...seat, webinar }] })).not.toMatch(/annuler et prévenir|Rétablir/);
  });

  test("are none of somebody who only follows, to whom no link is sent again", () => {
    const follower = shown({ seats: [], digest: { choices: ["webinaires"], askedAt: AT, confirmedAt: AT } });
    expect(follower).not.toContain("Lui renvoyer ses liens");
    expect(follower).toContain("confirmé\u00A0: Les webinaires");
  });
});
