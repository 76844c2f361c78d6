import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { CentreList } from "#components/centres/centre-list";
import { centreSummary } from "#tests/support/views";

const list = (...centres: ReturnType<typeof centreSummary>[]) =>
  renderToStaticMarkup(<CentreList centres={centres} needs={[]} filters={{}} siteUrl="https://portail.example" />);

const unsure = centreSummary({ slug: "suppose", name: "Supposé", confidence: "to_confirm", partners: ["Personne"] });

test("what is established comes first, and only that is told in full", () => {
  const html = list(unsure, centreSummary({ name: "Établi" }));
  expect(html).toContain("1\u00A0centre ouvert");
  expect(html).toContain("1 à confirmer");
  expect(html.indexOf("Établi")).toBeLessThan(html.indexOf("Supposé"));
  expect(html).toContain("Un partenaire");
  expect(html).not.toContain("Personne");
});

test("a house takes the colour of its first need, and is lit once it is established", () => {
  expect(list(centreSummary())).toContain('class="house need-4 "');
  expect(list(unsure)).toContain("unlit");
  expect(list(centreSummary())).not.toContain("unlit");
});
