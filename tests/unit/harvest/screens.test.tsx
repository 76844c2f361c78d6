import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { HarvestQueueScreen } from "#components/back-office/harvest/queue";
import { HarvestSourcesScreen } from "#components/back-office/harvest/sources";
import type { FormAction } from "#lib/forms/state";
import { type Proposal, proposalQuery } from "#lib/harvest/proposals/schema";
import type { HarvestSource } from "#lib/harvest/schema";
import { AT } from "#tests/support/clock";

const action: FormAction = async (state) => state;
const counts = { "a-trier": 1, acceptees: 0, modifiees: 0, refusees: 0 };

const proposal: Proposal = {
  id: "0195a8e0-0000-7000-8000-000000000001",
  url: "https://centre.example/guide?a=1&b=2",
  title: "<script>alert(1)</script> & co",
  summary: "<b>Une</b> phrase",
  author: "Ana",
  language: "fr",
  type: "guide",
  publishedAt: AT,
  foundAt: AT,
  status: "pending",
  centre: "Centre",
  site: "centre.example",
  resourceId: null,
  changedAt: null,
  likenesses: [{ kind: "resource", id: "r", title: "Un guide", by: "title" }],
};

const queue = (items: Proposal[], query: object = {}, sources = [{ id: "s", url: "https://c.example", centre: "C" }]) =>
  renderToStaticMarkup(
    <HarvestQueueScreen
      list={{ items, total: items.length, page: 1, pageCount: 1, counts }}
      query={proposalQuery.parse(query)}
      sources={sources}
      decide={action}
      done={undefined}
      more={undefined}
    />,
  );

describe("the queue", () => {
  test("shows what a site says as text, and what it looks like", () => {
    const html = queue([proposal]);
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<b>Une");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &amp; co");
    expect(html).toMatch(/Ressemble à la ressource <a href="\/administration\/ressources\/r">«\u202FUn guide\u202F»/);
    expect(html).toContain('rel="external nofollow noreferrer"');
  });

  test("offers what may be decided in each list, every box ticked when asked without scripts", () => {
    expect(queue([proposal])).toMatch(/value="accept".*value="refuse"/);
    expect(queue([proposal])).not.toContain("checked");
    expect(queue([proposal], { tout: "oui" })).toContain("checked");
    expect(queue([proposal], { etat: "refusees" })).toContain('value="restore"');
    expect(queue([proposal], { etat: "modifiees" })).toContain('value="seen"');
    expect(queue([{ ...proposal, resourceId: "r" }], { etat: "acceptees" })).not.toContain("checkbox");
  });

  test("that is empty says why", () => {
    expect(queue([])).toContain("Tout est trié.");
    expect(queue([], { q: "rien" })).toContain("Aucune proposition ne répond");
    expect(queue([], {}, [])).toContain("Donnez d’abord l’adresse");
  });
});

describe("a source", () => {
  const source: HarvestSource = {
    id: "s",
    url: "https://centre.example/",
    centre: "Centre",
    kind: "wordpress",
    state: "failed",
    report: "Le site a répondu 404.",
    startedAt: AT,
    endedAt: AT,
    nextAt: AT,
    pending: 2,
    total: 3,
  };
  const drawn = (more: Partial<HarvestSource> = {}) =>
    renderToStaticMarkup(
      <HarvestSourcesScreen
        opening="1"
        sources={[{ ...source, ...more }]}
        centres={[]}
        add={action}
        change={action}
        done={undefined}
      />,
    );

  test("tells what it is, what became of its last passage, and when it is read next", () => {
    for (const words of [
      "Site WordPress",
      "Non lu",
      "Le site a répondu 404.",
      "Dernier passage le",
      "Prochain passage le",
      "Lire maintenant",
    ])
      expect(drawn()).toContain(words);
  });

  test("that is being read is not asked for again; a paused one is taken up", () => {
    expect(drawn({ state: "running" })).not.toContain("Lire maintenant");
    expect(drawn({ state: "running" })).toContain("Voir où en est la lecture");
    expect(drawn({ nextAt: null })).toMatch(/En pause.*Reprendre/);
    expect(drawn()).not.toContain("Reprendre");
  });
});
