import { expect, test } from "vitest";
import { publicAddresses } from "#lib/feeds/sitemap";
import { paths } from "#lib/platform/paths";
import { AT, DAY, later } from "#tests/support/clock";
import { makeNeed, makeResource, makeTerm } from "#tests/support/factories";

const changeAt = async (path: string, at = AT) =>
  (await publicAddresses(at)).find((address) => address.path === path)?.changedAt;

test("only what the public may see has an address", async () => {
  const visible = await makeResource();
  const draft = await makeResource({ publishedAt: null });
  const withdrawn = await makeResource({ withdrawnAt: later(-DAY) });
  const scheduled = await makeResource({ publishedAt: later(DAY) });

  const listed = (await publicAddresses(AT)).map(({ path }) => path);
  expect(listed).toContain(paths.resource(visible.slug));
  for (const { slug } of [draft, withdrawn, scheduled]) expect(listed).not.toContain(paths.resource(slug));
  expect((await publicAddresses(later(2 * DAY))).map(({ path }) => path)).toContain(paths.resource(scheduled.slug));
});

test("a page changed when its row did, or when it was published after that", async () => {
  const updatedAt = later(-3 * DAY);
  const edited = await makeNeed({ updatedAt, publishedAt: later(-9 * DAY) });
  const fresh = await makeNeed({ updatedAt, publishedAt: later(-DAY) });

  expect(await changeAt(paths.need(edited.slug))).toEqual(updatedAt);
  expect(await changeAt(paths.need(fresh.slug))).toEqual(later(-DAY));
});

test("a list changed when its latest item did, and an empty one tells no date", async () => {
  expect(await changeAt(paths.glossary())).toBeNull();
  await makeTerm({ updatedAt: later(-5 * DAY) });
  await makeTerm({ updatedAt: later(-2 * DAY), publishedAt: later(-9 * DAY) });
  expect(await changeAt(paths.glossary())).toEqual(later(-2 * DAY));
});

test("no address is listed twice", async () => {
  const listed = (await publicAddresses(AT)).map(({ path }) => path);
  expect(new Set(listed).size).toBe(listed.length);
});
