import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { PublicationPanel } from "#components/back-office/publication-panel";
import { Withdrawn } from "#components/publication/withdrawn";
import { IDLE } from "#lib/forms/state";
import { departureWords } from "#lib/publication/departures/labels";
import { AT, DAY, later } from "#tests/support/clock";

const action = async () => IDLE;
const item = {
  id: "1",
  slug: "guide",
  withdrawnAt: null,
  updatedAt: AT,
  version: 1,
  confidence: "documented",
} as const;
const panel = (uses: { title: string; href: string }[] | undefined, publishedAt: Date | null = later(-DAY)) =>
  renderToStaticMarkup(
    <PublicationPanel
      noun="resource"
      item={{ ...item, publishedAt }}
      action={action}
      opening=""
      publicHref="/"
      at={AT}
      uses={uses}
      inForm
    />,
  );

describe("the panel of a page that is online", () => {
  it("asks what becomes of its address, after what leads there", () => {
    const html = panel([{ title: "Page : Contact", href: "/administration/pages/1" }]);
    expect(html.match(/type="radio"/g)).toHaveLength(3);
    expect(html.indexOf("/administration/pages/1")).toBeLessThan(html.indexOf('type="radio"'));
    expect(html).not.toContain("checked");
  });

  it("asks nothing of what has no page to itself, nor of what nobody has seen", () => {
    for (const html of [panel(undefined), panel([], later(DAY))]) {
      expect(html).toContain("Oui, retirer du site");
      expect(html).not.toContain('type="radio"');
    }
  });
});

test("a page that was withdrawn says so, why, what to read instead, and leaves the search engines", () => {
  const html = renderToStaticMarkup(
    <Withdrawn
      withdrawal={{ at: AT, reason: "La loi a changé.", instead: { path: "/ressources/b", title: "Le B" } }}
    />,
  );
  for (const words of ["Page retirée le", "La loi a changé.", 'href="/ressources/b"', "noindex"])
    expect(html).toContain(words);
  expect(renderToStaticMarkup(<Withdrawn withdrawal={null} />)).toBe("");
});

test("the team reads what an address answers", () => {
  const [reason, target] = ["Dépassé.", "/ressources"];
  expect(departureWords({ kind: "replaced", reason: null, target })).toContain("mène à /ressources");
  expect(departureWords({ kind: "mistake", reason: null, target: null })).toContain("rien ici");
  expect(departureWords({ kind: "withdrawn", reason, target })).toMatch(/Dépassé\..*\/ressources/);
  expect(departureWords({ kind: "withdrawn", reason, target: null })).not.toContain("À lire");
});
