import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PendingItems } from "#components/back-office/dashboard";
import { AT } from "#tests/support/clock";

const item = {
  id: "i",
  title: "Lancement",
  publishedAt: null,
  updatedAt: AT,
  startsAt: null,
  changed: false,
  editHref: "/modifier",
};
const session = { ...item, noun: "webinar" as const };
const list = {
  noun: "webinar" as const,
  draftsHref: "/brouillons",
  scheduled: 0,
  scheduledHref: "/programmees",
  changed: 0,
  changedHref: "/modifiees",
};

const drawn = (drafts: number, changed = 0) =>
  renderToStaticMarkup(
    <PendingItems
      items={[
        { ...session, id: "a", startsAt: new Date("2019-08-22T11:00:00Z") },
        { ...session, id: "b", startsAt: new Date("2027-08-19T11:00:00Z") },
        { ...item, noun: "page" as const },
        { ...item, id: "c", noun: "page" as const, publishedAt: AT, changed: true },
      ]}
      lists={[{ ...list, drafts, changed }]}
    />,
  );

test("drafts of one title are told apart by a date", () => {
  for (const words of [
    "brouillon, séance du 22 août 2019",
    "brouillon, séance du 19 août 2027",
    "brouillon du 11 janvier 2027",
    "modifications en attente, 11 janvier 2027",
  ])
    expect(drawn(4)).toContain(words);
});

test("where there are more drafts than shown, a link shows them all", () => {
  expect(drawn(24)).toContain('href="/brouillons"');
  expect(drawn(24)).toContain("Voir tous les brouillons\u00A0: Webinaires (24)");
  expect(drawn(24)).not.toContain("/programmees");
  expect(drawn(4)).not.toContain("/brouillons");
  expect(drawn(3, 2)).toContain("Voir toutes les modifications en attente\u00A0: Webinaires (2)");
});
