import { expect, test } from "vitest";
import { followingWebinar, webinarsAround, webinarsCiting, webinarsOfTheme } from "#lib/ties/queries";
import { comingFirst } from "#lib/ties/rules";
import { AT, DAY, later } from "#tests/support/clock";
import { makeNeed, makeWebinar } from "#tests/support/factories";
import { HIDDEN, slugsOf } from "#tests/support/publication";

const need = { slug: "besoin", title: "Besoin", position: 1 };

test("after a session comes the next of its theme, else of its need, else the next of all", async () => {
  const { id: needId } = await makeNeed({ slug: "besoin" });
  for (const hidden of HIDDEN) await makeWebinar({ ...hidden, theme: "entreprise", startsAt: later(DAY) });
  await makeWebinar({ slug: "passee", theme: "entreprise", startsAt: later(-DAY) });
  await makeWebinar({ slug: "annulee", theme: "entreprise", startsAt: later(DAY), cancelledAt: AT });
  await makeWebinar({ slug: "premiere", startsAt: later(2 * DAY) });
  await makeWebinar({ slug: "du-besoin", startsAt: later(3 * DAY), needId });
  await makeWebinar({ slug: "du-theme", startsAt: later(9 * DAY), theme: "entreprise" });
  const after = async (theme: string | null, of: typeof need | null) => {
    const found = await followingWebinar({ theme, need: of }, AT);
    return [found?.webinar.slug, found?.because];
  };
  expect(await after("entreprise", need)).toEqual(["du-theme", "theme"]);
  expect(await after("autre", need)).toEqual(["du-besoin", "need"]);
  expect(await after(null, need)).toEqual(["du-besoin", "need"]);
  expect(await after(null, null)).toEqual(["premiere", "date"]);
});

test("nothing follows when nothing comes", async () => {
  expect(await followingWebinar({ theme: null, need: null }, AT)).toBeNull();
});

test("a document knows the sessions that lead to it, the latest first, and not those that lead to its neighbour", async () => {
  const lead = (slug: string, body: string, days: number) => makeWebinar({ slug, body, startsAt: later(days * DAY) });
  for (const hidden of HIDDEN) await makeWebinar({ ...hidden, body: "[a](/ressources/phare)" });
  await lead("une", "Lire [a](/ressources/phare).", -9);
  await lead("deux", "Lire [a](/ressources/phare#suite).", -3);
  await lead("voisine", "Lire [a](/ressources/phare-citoyens).", -2);
  const documented = await makeWebinar({
    slug: "trois",
    startsAt: later(-DAY),
    documents: { create: { position: 0, label: "Le rapport", url: "https://portail.example/ressources/phare" } },
  });
  expect(slugsOf(await webinarsCiting("/ressources/phare", AT, 9))).toEqual([documented.slug, "deux", "une"]);
  expect(slugsOf(await webinarsCiting("/ressources/phare", AT, 1))).toEqual(["trois"]);
});

test("a centre has the sessions whose text leads to it and those of their themes, those that come first", async () => {
  const body = "Le centre\u00A0: [RSE](/centres/rse).";
  await makeWebinar({ slug: "a-venir", theme: "entreprise", body, startsAt: later(9 * DAY) });
  await makeWebinar({ slug: "passee", theme: "entreprise", startsAt: later(-90 * DAY) });
  await makeWebinar({ slug: "sans-theme", body, startsAt: later(-9 * DAY) });
  await makeWebinar({ slug: "ailleurs", theme: "fondation", startsAt: later(-DAY) });
  for (const hidden of HIDDEN) await makeWebinar({ ...hidden, theme: "entreprise", body });
  const around = await webinarsAround("/centres/rse", AT);
  expect(slugsOf(comingFirst(around, AT))).toEqual(["a-venir", "sans-theme", "passee"]);
  expect(await webinarsAround("/centres/autre", AT)).toEqual([]);
});

test("a session has the others of its theme, the latest first", async () => {
  for (const hidden of HIDDEN) await makeWebinar({ ...hidden, theme: "bien-commun" });
  await makeWebinar({ slug: "de-2019", theme: "bien-commun", startsAt: later(-900 * DAY) });
  await makeWebinar({ slug: "de-2026", theme: "bien-commun", startsAt: later(-9 * DAY) });
  await makeWebinar({ slug: "ailleurs", theme: "fondation" });
  await makeWebinar({ slug: "sans-theme" });
  expect(slugsOf(await webinarsOfTheme({ theme: "bien-commun", slug: "de-2027" }, AT))).toEqual(["de-2026", "de-2019"]);
  expect(slugsOf(await webinarsOfTheme({ theme: "bien-commun", slug: "de-2019" }, AT))).toEqual(["de-2026"]);
  expect(await webinarsOfTheme({ theme: null, slug: "sans-theme" }, AT)).toEqual([]);
});
