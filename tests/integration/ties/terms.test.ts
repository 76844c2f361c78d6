import { expect, test } from "vitest";
import { listTerms } from "#lib/glossary/queries";
import { pagesSaying } from "#lib/ties/terms/queries";
import { AT } from "#tests/support/clock";
import { makeCentre, makeFigure, makeNeed, makePage, makeResource, makeTerm } from "#tests/support/factories";
import { expectOrder } from "#tests/support/order";
import { HIDDEN } from "#tests/support/publication";

test("the pages that say a term stand by nature, then by rank, those that have none by title", async () => {
  await makeTerm({ slug: "alliance", name: "Alliance" });
  await expectOrder(
    ["Besoin", "Autre besoin", "Centre", "Atlas", "Bilan"],
    (title, position) => {
      const summary = "Une alliance.";
      if (position < 2) return makeNeed({ title, summary, position });
      return position === 2 ? makeCentre({ name: title, summary, position: 0 }) : makeResource({ title, summary });
    },
    async () => {
      const terms = await listTerms(AT);
      const pages = await Promise.all(terms.map((term) => pagesSaying(term, terms, AT)));
      return pages.flat().map(({ title }) => title);
    },
  );
});

test("a term knows the visible pages that say it, under any of its names, and not those that say a longer one", async () => {
  await makeTerm({ slug: "innovation", name: "Innovation" });
  await makeTerm({ slug: "territoriale", name: "Innovation territoriale", aliases: ["innover ensemble"] });
  await makeNeed({ slug: "besoin", title: "Le besoin", body: "Il faut **innover ensemble**." });
  await makeCentre({ slug: "centre", name: "Le centre", summary: "Des innovations territoriales." });
  await makePage({ slug: "texte", title: "Une page", body: "Une innovation." });
  await makeResource({ slug: "titre-seul", title: "L’innovation", summary: "Autre chose." });
  await makeFigure({ statement: "De l’innovation", survey: "innovation" });
  for (const hidden of HIDDEN) await makeResource({ ...hidden, summary: "L’innovation territoriale." });
  const terms = await listTerms(AT);
  const saying = (slug: string) =>
    Promise.all(terms.filter((term) => term.slug === slug).map((term) => pagesSaying(term, terms, AT)));
  expect(await saying("territoriale")).toEqual([
    [
      { href: "/besoins/besoin", nature: "Besoin", title: "Le besoin" },
      { href: "/centres/centre", nature: "Centre de ressources", title: "Le centre" },
    ],
  ]);
  expect(await saying("innovation")).toEqual([[{ href: "/texte", nature: "Page", title: "Une page" }]]);
});
