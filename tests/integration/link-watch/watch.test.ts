import type { IncomingMessage } from "node:http";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { watchLinks } from "#lib/jobs/link-watch";
import { decideLinks } from "#lib/link-watch/mutations";
import { countFailingLinks, dueLinks, isWatchDue, reportLinks } from "#lib/link-watch/queries";
import { db } from "#lib/platform/db";
import { AT, DAY, HOUR, later, MINUTE } from "#tests/support/clock";
import { makeCentre, makeEditor, makePage, makeResource } from "#tests/support/factories";
import { readLocalSites } from "#tests/support/harvest";
import { type WebSite, webSite } from "#tests/support/web-site";

let site: WebSite;
beforeAll(async () => {
  site = await webSite({});
});
beforeEach(() => readLocalSites(true));
afterEach(() => {
  site.pages = {};
  site.asked.length = 0;
});
afterAll(async () => {
  readLocalSites(false);
  await site.close();
});

const NIGHT = later(19 * HOUR);
const night = (nth: number) => later(nth * DAY, NIGHT);

const watch = (at: Date, more: Partial<Parameters<typeof watchLinks>[0]> = {}) =>
  watchLinks({ clock: () => at, pauseMs: 0, ...more });

/** The first reading, by day: nothing is asked before the night. */
async function holding(...addresses: string[]) {
  const page = await makePage({ title: "La page", body: addresses.map((url) => `[lien](${url})`).join(" ") });
  await watch(AT);
  return page;
}

const stored = () => db.watchedLink.findMany({ orderBy: { url: "asc" } });
const told = async (at: Date) => countFailingLinks(await makeEditor(), at);
const url = (path: string) => `${site.origin}${path}`;

describe("a passage", () => {
  test("asks nothing by day, then each link once in the week", async () => {
    site.pages = { "/a": "", "/b": "" };
    await holding(url("/a"), url("/b"));
    expect(site.asked).toEqual([]);
    await watch(night(0));
    expect(site.asked).toEqual(["/a", "/b"]);
    expect(await stored()).toMatchObject([
      { state: "ok", fault: null, failedOn: null, openedOn: new Date("2027-01-12"), checkedAt: NIGHT },
      { state: "ok" },
    ]);
    await watch(night(6));
    expect(site.asked).toHaveLength(2);
    await watch(night(7));
    expect(site.asked).toHaveLength(4);
  });

  test("tells nobody of one failure, nor of two on one day; of two on two days it does", async () => {
    const page = await holding(url("/partie"));
    const editor = await makeEditor();
    await watch(night(0));
    expect(await stored()).toMatchObject([{ state: null, failedOn: new Date("2027-01-12") }]);
    await decideLinks(editor, { act: "check", urls: [url("/partie")], until: "" }, later(HOUR, NIGHT));
    await watch(later(HOUR, NIGHT));
    expect(site.asked).toHaveLength(4);
    expect(await told(later(HOUR, NIGHT))).toEqual({ dead: 0, to_check: 0 });
    await watch(night(1));
    expect(await told(night(1))).toEqual({ dead: 1, to_check: 0 });
    expect(await reportLinks(editor, night(1))).toMatchObject({
      told: [
        {
          url: url("/partie"),
          state: "dead",
          fault: "Le site a répondu 404\u00A0: cette page n’existe pas, ou plus.",
          failedOn: new Date("2027-01-12"),
          openedOn: null,
          holders: [{ noun: "page", id: page.id, title: "La page" }],
        },
      ],
      ignored: [],
      open: 0,
      unasked: 0,
    });
  });

  test("forgets a failure that another day did not confirm", async () => {
    await holding(url("/a"));
    await watch(night(0));
    site.pages = { "/a": "" };
    await watch(night(1));
    site.pages = {};
    await watch(night(8));
    expect(await stored()).toMatchObject([{ state: "ok", failedOn: new Date("2027-01-20") }]);
    await watch(night(9));
    expect(await stored()).toMatchObject([{ state: "dead" }]);
    site.pages = { "/a": "" };
    await watch(night(16));
    expect(await told(night(16))).toEqual({ dead: 0, to_check: 0 });
  });

  test("says dead of what is gone, to check of what only fails", async () => {
    site.pages = {
      "/410": { status: 410 },
      "/403": { status: 403 },
      "/429": { status: 429 },
      "/500": { status: 500 },
      "/boucle": { status: 302, headers: { location: "/boucle" } },
      "/coupe": ({ method }) => (method === "HEAD" ? { status: 501 } : { hangs: "in its body", body: "le début" }),
    };
    await holding(...["/404", "/410", "/403", "/429", "/500", "/boucle", "/coupe"].map(url));
    await watch(night(0));
    await watch(night(1));
    expect((await stored()).map((link) => [link.url.slice(site.origin.length), link.state])).toEqual([
      ["/403", "to_check"],
      ["/404", "dead"],
      ["/410", "dead"],
      ["/429", "to_check"],
      ["/500", "to_check"],
      ["/boucle", "to_check"],
      ["/coupe", "ok"],
    ]);
  });

  test("what is dead is told first, then what failed first, then by address", async () => {
    site.pages = { "/a": { status: 403 } };
    await holding(...["/a", "/c", "/b", "/d", "/e"].map(url));
    await watch(night(0));
    await watch(night(1));
    for (const path of ["/d", "/e"])
      await db.watchedLink.update({ where: { url: url(path) }, data: { failedOn: new Date("2027-01-02") } });
    const { told } = await reportLinks(await makeEditor(), night(1));
    expect(told.map((link) => link.url)).toEqual(["/d", "/e", "/b", "/c", "/a"].map(url));
  });

  test("asks first for what has waited longest", async () => {
    await holding(...["/a", "/b", "/c"].map(url));
    await db.watchedLink.update({ where: { url: url("/b") }, data: { nextAt: later(-DAY) } });
    expect((await dueLinks(night(0), 2)).map((link) => link.url)).toEqual(["/b", "/a"].map(url));
  });

  test("tells three hundred at once, which are work enough", async () => {
    await holding(...Array.from({ length: 301 }, (_, index) => url(`/${index}`)));
    await db.watchedLink.updateMany({ data: { state: "dead" } });
    const { told } = await reportLinks(await makeEditor(), night(1));
    expect(told).toHaveLength(300);
  });

  test("asks as a browser would where a HEAD is refused, and reads nothing of what is answered", async () => {
    const methods: string[] = [];
    const heavy = (request: IncomingMessage) => {
      methods.push(`${request.method} ${request.headers["user-agent"]}`);
      return request.method === "HEAD" ? { status: 405 } : { body: Buffer.alloc(3_000_000) };
    };
    site.pages = { "/lourd": heavy };
    await holding(url("/lourd"));
    await watch(night(0));
    expect(await stored()).toMatchObject([{ state: "ok" }]);
    const who = "InnovationTerritoriale/1.0 (+https://portail.example)";
    expect(methods).toEqual([`HEAD ${who}`, `GET ${who}`]);
  });

  test("is polite: one request at a time for a host, and a pause before each but the first", async () => {
    const other = await webSite({ "/c": { status: 302, headers: { location: url("/a") } } });
    site.pages = { "/a": "", "/b": "" };
    try {
      await holding(url("/a"), url("/b"), url("/d"));
      const pauses: number[] = [];
      const wait = async (ms: number) => pauses.push(ms);
      await watchLinks({ clock: () => night(0), wait });
      expect(site.together()).toBe(1);
      // One after each request.
      expect(pauses).toEqual(Array(4).fill(3_000));
      await holding(`${other.origin}/c`);
      await watch(night(1), { wait });
      site.asked.length = 0;
      await watch(night(2), { wait });
      expect([...other.asked, ...site.asked]).toEqual(["/c", "/a"]);
    } finally {
      await other.close();
    }
  });

  test("a pause that does not end holds back the next request to that host alone", async () => {
    const other = await webSite({ "/b": "" });
    site.pages = { "/a": "", "/z": "" };
    const stopping = new AbortController();
    try {
      await holding(url("/a"), url("/z"), `${other.origin}/b`);
      const wait = () =>
        new Promise<never>((_, reject) =>
          stopping.signal.addEventListener("abort", () => reject(new Error("stopped"))),
        );
      const passage = watch(night(0), { wait }).catch((error: Error) => error.message);
      await expect.poll(() => other.asked).toEqual(["/b"]);
      await expect.poll(() => site.asked).toEqual(["/a"]);
      stopping.abort();
      expect(await passage).toBe("stopped");
      expect(site.asked).toEqual(["/a"]);
    } finally {
      await other.close();
    }
  });

  test("connects to no private address, named or reached by a redirection", async () => {
    site.pages = { "/a": { status: 302, headers: { location: "http://192.168.0.1/" } } };
    await holding(url("/a"), "http://10.0.0.1/");
    await watch(night(0));
    expect((await stored()).map(({ fault }) => fault)).toEqual(
      Array(2).fill("Cette adresse mène à un réseau privé\u00A0: le portail ne lit que des sites publics."),
    );
    readLocalSites(false);
    site.asked.length = 0;
    await watch(night(1));
    expect(site.asked).toEqual([]);
  });

  test("holds nothing against links while this portal has no network", async () => {
    await holding("http://127.0.0.1:1/", "http://127.0.0.2:1/", "http://127.0.0.3:1/");
    await watch(night(0));
    expect(await stored()).toMatchObject(Array(3).fill({ state: null, fault: null, failedOn: null, checkedAt: null }));
    await watch(later(MINUTE, NIGHT));
    await db.watchedLink.deleteMany({ where: { url: "http://127.0.0.3:1/" } });
    await watch(night(1));
    await watch(night(2));
    expect((await stored()).filter(({ state }) => state === "to_check")).toHaveLength(0);
  });

  test("two sites that do not answer are two sites that do not answer", async () => {
    await holding("http://127.0.0.1:1/", "http://127.0.0.2:1/");
    await watch(night(0));
    await watch(night(1));
    expect(await told(night(1))).toEqual({ dead: 0, to_check: 2 });
  });

  test("that is stopped keeps nothing half done, and throws for the next worker", async () => {
    await holding(url("/a"));
    await expect(watch(night(0), { signal: AbortSignal.abort() })).rejects.toThrow();
    expect(await stored()).toMatchObject([{ checkedAt: null }]);
  });

  test.each([
    ["leaves the rest to the next one when it has lasted long enough", 6 * MINUTE, 10],
    ["goes on after its first batch while a quarter of an hour is not over", MINUTE / 6, 0],
  ])("%s", async (_, stepMs, left) => {
    await holding(...Array.from({ length: 70 }, (_, index) => url(`/${index}`)));
    let at = night(0);
    await watch(at, {
      clock: () => {
        const before = at;
        at = later(stepMs, at);
        return before;
      },
    });
    expect(await db.watchedLink.count({ where: { checkedAt: null } })).toBe(left);
    expect(await isWatchDue(night(0))).toBe(left > 0);
  });
});

describe("what is watched", () => {
  test("is read again each night: a link that no page holds is forgotten, a new one is asked the night after", async () => {
    const page = await holding(url("/a"));
    await db.page.update({ where: { id: page.id }, data: { body: `[lien](${url("/b")})` } });
    expect(await isWatchDue(later(HOUR))).toBe(false);
    expect(await isWatchDue(night(0))).toBe(true);
    await watch(night(0));
    expect((await stored()).map((link) => link.url)).toEqual([url("/b")]);
    expect(site.asked).toEqual([]);
    await watch(night(1));
    expect(site.asked).toEqual(["/b", "/b"]);
  });

  test("a dead link is solved as soon as the page leads elsewhere, or is withdrawn", async () => {
    const page = await holding(url("/a"));
    await watch(night(0));
    await watch(night(1));
    expect((await told(night(1))).dead).toBe(1);
    await db.page.update({ where: { id: page.id }, data: { withdrawnAt: night(1) } });
    expect((await told(night(1))).dead).toBe(0);
    await db.page.update({ where: { id: page.id }, data: { withdrawnAt: null } });
    expect((await told(night(1))).dead).toBe(1);
    await db.page.update({ where: { id: page.id }, data: { body: "Plus rien." } });
    expect((await told(night(1))).dead).toBe(0);
  });

  test("a link that is ignored is told again after its last day, and at once when the team asks", async () => {
    await holding(url("/a"), url("/b"));
    await watch(night(0));
    await watch(night(1));
    const editor = await makeEditor();
    const urls = [url("/a")];
    expect(await decideLinks(editor, { act: "ignore", urls, until: "2027-01-20" }, night(1))).toBe(1);
    expect((await told(night(1))).dead).toBe(1);
    expect(await reportLinks(editor, new Date("2027-01-20T22:59:00Z"))).toMatchObject({
      told: [{ url: url("/b") }],
      ignored: [{ url: url("/a"), ignoredUntil: new Date("2027-01-20") }],
    });
    expect((await told(new Date("2027-01-20T23:00:00Z"))).dead).toBe(2);
    expect(await decideLinks(editor, { act: "heed", urls, until: "" }, night(1))).toBe(1);
    expect((await told(night(1))).dead).toBe(2);
    expect(await decideLinks(editor, { act: "heed", urls: ["https://inconnu.example/"], until: "" }, night(1))).toBe(0);
    const acts = await db.auditEntry.findMany({ where: { noun: "link" }, orderBy: { id: "asc" } });
    expect(acts.map(({ action, target, userId }) => [action, target, userId])).toEqual([
      ["link.ignore", url("/a"), editor.userId],
      ["link.heed", url("/a"), editor.userId],
    ]);
  });
});

test("documents and centres say when their address last opened; a later day that somebody typed stays", async () => {
  site.pages = { "/a": "", "/c": "" };
  const { id: resourceId } = await makeResource();
  const link = { resourceId, label: "Lire" };
  const today = new Date("2027-01-12");
  await db.resourceLink.createMany({
    data: [
      { ...link, position: 0, url: url("/a#page=3"), checkedOn: new Date("2020-01-01") },
      { ...link, position: 1, url: url("/partie"), checkedOn: new Date("2020-01-01") },
      { ...link, position: 2, url: url("/a"), checkedOn: new Date("2028-01-01") },
    ],
  });
  const centre = await makeCentre({ url: url("/c") });
  await watch(AT);
  await watch(night(0));
  const days = await db.resourceLink.findMany({ orderBy: { position: "asc" }, select: { checkedOn: true } });
  expect(days.map(({ checkedOn }) => checkedOn)).toEqual([today, new Date("2020-01-01"), new Date("2028-01-01")]);
  const after = await db.centre.findUniqueOrThrow({ where: { id: centre.id } });
  expect(after.urlCheckedOn).toEqual(today);
  expect(after).toMatchObject({ version: centre.version, updatedAt: centre.updatedAt });
});
