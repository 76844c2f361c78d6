import { expect, test } from "vitest";
import { viewedPath } from "#lib/views/readers";
import { countedUnder, monthsBefore, OTHER_PAGES } from "#lib/views/rules";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
const asked = (more: object = {}, headers: object = {}) => ({
  ...{ method: "GET", url: "/besoins?page=2" },
  headers: { "user-agent": FIREFOX, ...headers },
  ...more,
});

test("what somebody reads is counted under its path, seen again too", () => {
  expect(viewedPath(asked(), 200)).toBe("/besoins");
  expect(viewedPath(asked({ url: "/" }), 304)).toBe("/");
});

test.each([
  [
    "a robot",
    asked({}, { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }),
    200,
  ],
  ["a tool", asked({}, { "user-agent": "curl/8.5.0" }), 200],
  ["who does not say what it is", asked({}, { "user-agent": undefined }), 200],
  ["what is fetched beforehand", asked({}, { "sec-purpose": "prefetch" }), 200],
  ["who asks for the headers", asked({ method: "HEAD" }), 200],
  ["a page that is not there", asked(), 404],
  ["a page that moved", asked(), 301],
  ["a page that failed", asked(), 503],
])("%s is not counted", (_, request, status) => {
  expect(viewedPath(request, status)).toBeNull();
});

test.each([
  ["/besoins", "/besoins"],
  ["/webinaires/a/agenda.ics", "/webinaires/a/agenda.ics"],
  ["/webinaires/b/agenda.ics", null],
  ["/flux.xml", null],
  ["/robots.txt", null],
  ["/recherche", OTHER_PAGES],
  ["/nulle-part/%2e", OTHER_PAGES],
])("%s is counted under %j", (path, name) => {
  expect(countedUnder(path, new Set(["/", "/besoins", "/webinaires/a"]))).toBe(name);
});

test("twelve whole months come before a day, in Paris", () => {
  const months = monthsBefore(new Date("2026-12-31T23:30:00Z"));
  expect([months.length, months[0], months.at(-1)]).toEqual([12, "2026-01", "2026-12"]);
  expect(monthsBefore(new Date("2026-12-31T22:30:00Z")).at(-1)).toBe("2026-11");
});
