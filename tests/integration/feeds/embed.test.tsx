import { HtmlValidate } from "html-validate";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import EmbedPage from "#app/(embed)/carte/page";
import { GET } from "#app/(site)/oembed/route";
import { observe } from "#lib/observation/page";
import { env } from "#lib/platform/env";
import { nextInstant } from "#lib/site/next-instant";
import { AT, DAY, later } from "#tests/support/clock";
import { makeWebinar } from "#tests/support/factories";

const SITE = "https://portail.example";

const ask = (query: Record<string, string>) => GET(new Request(`${SITE}/oembed?${new URLSearchParams(query)}`));

/** The frame as it is kept, with what it depends on. */
async function shown(at: Date) {
  const observation = { path: "/carte", at, reads: [], timed: false, slotted: false };
  const html = renderToStaticMarkup(await observe(observation, () => EmbedPage()));
  return { html, ...observation };
}

test("the card shows the next session, runs nothing, and leads out of its frame", async () => {
  const published = { publishedAt: later(-DAY) };
  await makeWebinar({ ...published, slug: "apres", title: "La suivante", startsAt: later(30 * DAY) });
  await makeWebinar({ ...published, slug: "prochaine", title: "La prochaine", startsAt: later(9 * DAY) });
  const { html } = await shown(AT);
  expect(html).toContain("La prochaine");
  expect(html).not.toContain("La suivante");
  expect(html).not.toMatch(/<script|\son\w+=|javascript:|<form/);
  const links = [...html.matchAll(/<a [^>]*>/g)].map(([link]) => link);
  expect(links).toEqual([expect.stringContaining(`href="${SITE}/webinaires/prochaine"`)]);
  expect(links[0]).toContain('target="_top"');
});

test("the card is kept until the session starts, and says so when none is settled", async () => {
  const startsAt = later(2 * 60 * 60 * 1_000);
  await makeWebinar({ publishedAt: later(-DAY), title: "Un sujet", startsAt });
  const before = await shown(AT);
  expect(before.timed).toBe(true);
  expect(await nextInstant(AT)).toEqual(startsAt);
  const { html } = await shown(startsAt);
  expect(html).not.toContain("Un sujet");
  expect(html).toContain("pas encore fixée");
  expect(html).toContain(`href="${SITE}/webinaires"`);
});

test("oEmbed answers for the programme and for the card, in the room there is", async () => {
  expect(env().SITE_URL).toBe(SITE);
  const answer = await ask({ url: `${SITE}/webinaires` });
  expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  const embed = await answer.json();
  expect(embed).toMatchObject({ version: "1.0", type: "rich", provider_url: SITE, width: 480, height: 320 });
  expect(embed.html).toMatch(
    /^<iframe src="https:\/\/portail\.example\/carte" title="[^"<>]+" width="480" height="320"/,
  );
  expect(embed.cache_age).toBe(60 * 60);
  // Read in pages whose sheets are not ours, on phones too.
  expect(embed.html).toContain("max-width:100%");
  const html = new HtmlValidate({ extends: ["html-validate:recommended"], rules: { "no-inline-style": "off" } });
  expect((await html.validateString(embed.html)).valid).toBe(true);
  const narrow = await (await ask({ url: `${SITE}/carte`, maxwidth: "300", maxheight: "9000" })).json();
  expect(narrow).toMatchObject({ width: 300, height: 320 });
  expect(narrow.html).toContain('width="300"');
  // No room at all is said by mistake.
  expect(await (await ask({ url: `${SITE}/carte`, maxwidth: "0" })).json()).toMatchObject({ width: 480 });
});

test.each([
  {},
  { url: `${SITE}/besoins` },
  { url: "https://ailleurs.example/webinaires" },
  { url: "webinaires" },
  { url: `${SITE}/webinaires`, format: "xml" },
])("oEmbed finds nothing for %j", async (query) => {
  await expect(ask(query as Record<string, string>)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
