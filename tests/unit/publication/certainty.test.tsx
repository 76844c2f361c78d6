import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CentreHouses } from "#components/centres/centre-houses";
import { SeriesView } from "#components/figures/series-view";
import { DoubtTag } from "#components/publication/doubt-tag";
import { SourceNote } from "#components/publication/source-note";
import { ResourceHeader } from "#components/resources/resource-header";
import { listQuery } from "#lib/items/schema";
import { confidenceLabels } from "#lib/publication/labels";
import { Confidence } from "#prisma/enums";
import { centreSummary, figureEntry, resourceDetail } from "#tests/support/views";

const UNREAD = "Existence documentée, contenu non lu";

test("what was not read by us says so wherever certainty is shown", () => {
  const unread = { confidence: "unread" } as const;
  for (const drawn of [
    <DoubtTag key="tag" {...unread} />,
    <SourceNote key="note" source="Le document" {...unread} />,
    <CentreHouses key="centre" centres={[centreSummary(unread)]} />,
    <ResourceHeader key="resource" resource={resourceDetail(unread)} lead="Résumé" />,
    <SeriesView key="figure" series={{ slug: "a", figures: [figureEntry(unread)] }} />,
  ]) {
    expect(renderToStaticMarkup(drawn)).toContain(UNREAD);
  }
});

test("words of ours are neither documented nor to be confirmed", () => {
  const html = renderToStaticMarkup(<SourceNote source="L’équipe." confidence="own_words" />);
  expect(html).toContain("Texte de l’équipe du portail");
  expect(html).not.toMatch(/Documenté|À confirmer/);
  expect(renderToStaticMarkup(<DoubtTag confidence="own_words" />)).toBe("");
});

test("a list of the team is filtered by each value", () => {
  expect(Object.keys(confidenceLabels).sort()).toEqual(Object.values(Confidence).sort());
  for (const fiabilite of Object.values(Confidence)) {
    expect(listQuery.parse({ fiabilite })).toMatchObject({ etat: "", fiabilite });
    // As addresses that people kept say it.
    expect(listQuery.parse({ etat: fiabilite })).toMatchObject({ etat: "", fiabilite });
  }
});
