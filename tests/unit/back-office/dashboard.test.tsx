import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PendingItems } from "#components/back-office/dashboard";
import { AT } from "#tests/support/clock";

const item = { id: "i", title: "Lancement", publishedAt: null, updatedAt: AT, startsAt: null, editHref: "/modifier" };
const session = { ...item, noun: "webinar" as const };
const list = { noun: "webinar" as const, draftsHref: "/brouillons", scheduled: 0, scheduledHref: "/programmees" };

const drawn = (drafts: number) =>
  renderToStaticMarkup(
    <PendingItems
      items={[
        { ...session, id: "a", startsAt: new Date("2019-08-22T11:00:00Z") },
        { ...session, id: "b", startsAt: new Date("2027-08-19T11:00:00Z") },
        { ...item, noun: "page" as const },
      ]}
      lists={[{ ...list, drafts }]}
    />,
  );

test("drafts of one title are told apart by a date", () => {
  for (const words of [
    "brouillon, séance du 22 août 2019",
    "brouillon, séance du 19 août 2027",
    "brouillon du 11 janvier 2027",
  ])
    expect(drawn(3)).toContain(words);
});

test("where there are more drafts than shown, a link shows them all", () => {
  expect(drawn(24)).toContain('href="/brouillons"');
  expect(drawn(24)).toContain("Voir tous les brouillons\u00A0: Webinaires (24)");
  expect(drawn(24)).not.toContain("/programmees");
  expect(drawn(3)).not.toContain("/brouillons");
});
