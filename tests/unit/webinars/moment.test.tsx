import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WebinarMoment } from "#components/back-office/webinars/moment";
import { AT, DAY, later } from "#tests/support/clock";

const session = {
  ...{ id: "0197", startsAt: later(DAY), durationMinutes: 60, cancelled: false, capacity: null },
  ...{ publishedAt: later(-DAY), withdrawnAt: null, linkOnly: true },
};
const ADDRESS = "https://portail.example/webinaires/seance";
const draw = (more: object = {}, isItsDay = false) =>
  renderToStaticMarkup(
    <WebinarMoment webinar={{ ...session, ...more }} address={ADDRESS} isItsDay={isItsDay} at={AT} />,
  );

test("on its day, every tab leads to the screen of its host", () => {
  expect(draw({}, true)).toContain('href="/administration/webinaires/0197/direct"');
  expect(draw()).not.toContain("/direct");
});

test("a session that a link alone leads to says so on every tab, with the link to hand over", () => {
  expect(draw()).toContain("Par lien seulement");
  expect(draw()).toContain(`value="${ADDRESS}"`);
  expect(draw({ linkOnly: false })).not.toMatch(/Par lien seulement|<input/);
});

test("before it is published, there is no link to hand over", () => {
  const draft = draw({ publishedAt: null });
  expect(draft).toContain("une fois publiée");
  expect(draft).not.toContain(ADDRESS);
});
