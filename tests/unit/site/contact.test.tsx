import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PageText } from "#components/pages/page-text";
import { SiteFooter } from "#components/site/footer";
import { Incident } from "#components/site/incident";
import { NotFound } from "#components/site/not-found";
import { withContact } from "#lib/pages/rules";
import { parseMarkdown } from "#lib/platform/markdown";
import { AT } from "#tests/support/clock";

const MAILBOX = "equipe@exemple.fr";
const page = {
  slug: "contact",
  position: 1,
  title: "Contact",
  summary: "À qui écrire.",
  body: "L’adresse de l’équipe\u00A0: {contact}.\n\n| Quoi | Où |\n|---|---|\n| Adresse | {contact} |",
  source: "Les tests",
  confidence: "documented",
  updatedAt: AT,
} as const;

const places = (contactEmail?: string) => [
  renderToStaticMarkup(<SiteFooter contactEmail={contactEmail} />),
  renderToStaticMarkup(<NotFound contactEmail={contactEmail} />),
  renderToStaticMarkup(<Incident contactEmail={contactEmail} reference="abc" />),
  renderToStaticMarkup(<PageText page={page} text={parseMarkdown(withContact(page.body, contactEmail))} />),
];

describe("the mailbox of the team", () => {
  test("is where one can write, on every page that says so", () => {
    for (const html of places(MAILBOX)) expect(html).toContain(`href="mailto:${MAILBOX}"`);
    expect(places(MAILBOX).at(-1)?.split(`mailto:${MAILBOX}`)).toHaveLength(3);
  });

  test("is promised nowhere while there is none", () => {
    for (const html of places()) expect(html).not.toMatch(/mailto:|crire à l’équipe|crivez-nous|\{contact\}|signalez/);
    expect(places().at(-1)).toContain("à compléter avant la mise en ligne");
  });
});
