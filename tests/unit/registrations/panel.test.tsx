import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { RegistrationForm } from "#components/registrations/registration-form";
import { RegistrationPanel } from "#components/registrations/registration-panel";
import { IDLE } from "#lib/forms/state";
import type { RegistrationView } from "#lib/registrations/schema";
import { AT, DAY, later } from "#tests/support/clock";

const session = {
  slug: "evaluer-2027",
  title: "Évaluer l'impact",
  summary: "Une séance.",
  startsAt: new Date("2027-01-21T12:00:00Z"),
  durationMinutes: 60,
  cancelledAt: null,
};
const seat: RegistrationView = {
  calendarId: "abc",
  sequence: 0,
  state: "confirmed",
  cancellable: true,
  webinar: session,
};
const calendars = {
  file: "/inscriptions/x/agenda.ics",
  others: [{ label: "Google Agenda", href: "https://calendar.google.com/x" }],
};
const doNothing = async () => IDLE;

const draw = (view: Partial<RegistrationView> = {}) =>
  renderToStaticMarkup(
    <RegistrationPanel registration={{ ...seat, ...view }} token="secret" calendars={calendars} cancel={doNothing} />,
  );
const heading = (html: string) => /<h1[^>]*>(.*?)<\/h1>/.exec(html)?.[1];

describe("the personal page", () => {
  test("of a seat: the date in Paris, the calendars, and a button that posts", () => {
    const html = draw();
    expect(heading(html)).toBe("Votre inscription est enregistrée");
    expect(html).toContain("jeudi 21 janvier 2027");
    expect(html).toContain("13\u00A0h\u202F–\u202F14\u00A0h (heure de Paris)");
    expect(html).toContain("Un message de confirmation part vers l’adresse indiquée");
    expect(html).toContain('href="/inscriptions/x/agenda.ics"');
    expect(html).toContain("Google Agenda");
    expect(html).toContain("Annuler mon inscription");
    expect(html).toContain("Évaluer l’impact");
  });

  test("of a seat given back: what happens now, and the way back while there is one", () => {
    const html = draw({ state: "cancelled" });
    expect(heading(html)).toBe("Votre annulation est enregistrée");
    expect(html).toContain(
      "Un message part vers l’adresse de l’inscription. S’il vous demande un dernier clic, c’est pour vérifier que la demande vient bien de vous.",
    );
    expect(html).toContain("M’inscrire de nouveau");
    expect(html).not.toContain("<form");
    expect(draw({ state: "cancelled", cancellable: false })).not.toContain("M’inscrire de nouveau");
    expect(draw({ state: "cancelled", webinar: { ...session, cancelledAt: AT } })).not.toContain(
      "M’inscrire de nouveau",
    );
  });

  test("of a session that has started, or is cancelled: no button", () => {
    const started = draw({ cancellable: false });
    const cancelled = draw({ webinar: { ...session, cancelledAt: later(-DAY) } });
    expect(heading(started)).toBe("Vous étiez inscrit·e à cette séance");
    expect(heading(cancelled)).toBe("Cette séance est annulée");
    for (const html of [started, cancelled]) expect(html).not.toContain("<form");
  });
});

describe("the registration form", () => {
  const html = renderToStaticMarkup(<RegistrationForm action={doNothing} webinarSlug="evaluer-2027" />);

  test("holds these fields, in this order, and nothing ticked", () => {
    const names = [...html.matchAll(/ name="([^"$]+)"/g)].map(([, name]) => name);
    expect(names).toEqual([
      "webinar",
      "firstName",
      "lastName",
      "email",
      "profile",
      "organisation",
      "territory",
      "question",
      "accessNeeds",
      "newsletter",
    ]);
    expect(html).not.toContain("checked");
    expect(html).toContain('type="hidden" name="webinar" value="evaluer-2027"');
  });

  test("lets browsers fill in what they know", () => {
    for (const word of ["given-name", "family-name", "email", "organization"])
      expect(html).toContain(`autoComplete="${word}"`);
  });

  test("says why, for how long, and where to know more, before its button", () => {
    expect(html).toMatch(/six mois après la séance.*href="\/donnees-personnelles".*M’inscrire/);
  });
});
