import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { WebinarRegistration } from "#components/enrolment/webinar-registration";
import type { FormField } from "#lib/form-fields/schema";
import { IDLE } from "#lib/forms/state";
import type { FollowedPartnerLink } from "#lib/partner-links/schema";
import type { WebinarDetail } from "#lib/webinars/schema";
import { AT, DAY, later } from "#tests/support/clock";
import { webinarDetail } from "#tests/support/views";

const session = webinarDetail();
const other = webinarDetail({ slug: "allier-2027", title: "S'allier", startsAt: later(40 * DAY), full: true });

const draw = (webinar = session, others: WebinarDetail[] = [], partnerLink: FollowedPartnerLink | null = null) =>
  renderToStaticMarkup(
    <WebinarRegistration
      webinar={webinar}
      others={others}
      partnerLink={partnerLink}
      action={async () => IDLE}
      formToken="jeton"
      at={AT}
    />,
  );
const namesIn = (html: string) => [...html.matchAll(/ name="([^"$]+)"/g)].map(([, name]) => name);
const folded = (html: string) => [...html.matchAll(/<details.*?<\/details>/gs)].map(([text]) => text);

describe("the registration form", () => {
  const html = draw();

  test("shows four fields; the others are folded away, and nothing is ticked", () => {
    const visible = namesIn(html.replace(/<details.*?<\/details>/gs, ""));
    expect(visible).toEqual([
      "webinar",
      "firstName",
      "lastName",
      "email",
      "profile",
      "newsletter",
      "formToken",
      "homepage",
    ]);
    expect(folded(html).map(namesIn)).toEqual([
      ["question", "accessNeeds", "organisation", "territory"],
      ["colleagues", "colleaguesTold"],
    ]);
    expect(html).not.toMatch(/checked|<details open/);
    expect(html).toContain('type="hidden" name="webinar" value="evaluer-2027"');
  });

  test("asks what its session asks of its own, after who comes and before what nobody has to say", () => {
    const field = {
      id: "a",
      kind: "line",
      label: "Votre rôle",
      hint: "En deux mots.",
      required: true,
      options: [],
    } as const;
    const fields: FormField[] = [
      { ...field, options: [] },
      { ...field, id: "b", kind: "text", required: false, options: [] },
      { ...field, id: "c", kind: "yes_no", label: "En équipe ?", required: false, options: [] },
      { ...field, id: "d", kind: "choice", options: ["Un", "Deux", "Trois", "Quatre", "Cinq"] },
      { ...field, id: "e", kind: "choice", options: ["Un", "Deux"] },
    ];
    const asking = draw({ ...session, formFields: fields });
    const visible = namesIn(asking.replace(/<details.*?<\/details>/gs, ""));
    expect(visible.slice(4, 12)).toEqual([
      ...["profile", "champ-a", "champ-b", "champ-c", "champ-c", "champ-c", "champ-d", "champ-e"],
    ]);
    expect(asking).toMatch(/<textarea[^>]*name="champ-b"/);
    expect(asking).toMatch(/<select[^>]*name="champ-d"/);
    // Only who may say nothing is given a button for it.
    const without =
      asking.match(/<input[^>]*value=""[^>]*name="champ-|<input[^>]*name="champ-.[^>]*value=""[^>]*>/g) ?? [];
    expect(without.filter((input) => input.includes("radio"))).toHaveLength(1);
    expect(asking).toContain("En deux mots.");
  });

  test("lets browsers fill in what they know", () => {
    for (const word of ["given-name", "family-name", "email", "organization"])
      expect(html).toContain(`autoComplete="${word}"`);
    expect(html).toContain('inputMode="email"');
  });

  test("says until which day one is known, and where to know more, before its button", () => {
    expect(html).toMatch(/anonymisée le .*21 juillet 2027.*href="\/donnees-personnelles".*M’inscrire<\/button>/);
  });

  test("offers the waiting list when there is nothing else", () => {
    expect(draw({ ...session, full: true })).toContain("M’inscrire sur la liste d’attente</button>");
  });

  test("says through whom one registers, and posts it", () => {
    const partnerLink = { partner: "la Région Sud", code: "region-sud", quota: 3, usedUp: false };
    const through = draw(session, [], partnerLink);
    expect(through).toContain("Vous vous inscrivez par l’intermédiaire de la Région Sud.");
    expect(through).toContain('type="hidden" name="partenaire" value="region-sud"');
    const spent = draw(session, [], { ...partnerLink, usedUp: true });
    expect(spent).toContain("Les 3\u00A0inscriptions prévues par ce lien sont déjà prises.");
    expect(namesIn(spent)).not.toContain("partenaire");
  });

  test("offers the other sessions to come, and says which are full", () => {
    const [, together = ""] = folded(draw(session, [other]));
    expect(together).toContain("Venir aussi à d’autres séances");
    expect(namesIn(together)).toEqual(["wholeCycle", "webinars"]);
    expect(together).toContain('value="allier-2027"');
    expect(together).toContain("samedi 20 février 2027, 10\u00A0h\u00A0: S’allier (complet\u00A0: liste d’attente)");
    expect(draw(session, [other])).toContain("et chaque autre six mois après sa séance");
  });
});
