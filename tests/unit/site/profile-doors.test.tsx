import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ProfileDoors } from "#components/site/profile-doors";

test("a role leads to its reading path, or to its centres while it has none", () => {
  const html = renderToStaticMarkup(<ProfileDoors readingPaths={new Map([["elected_official", "parcours-maire"]])} />);
  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
  expect(links).toContain("/parcours/maire");
  expect(links).not.toContain("/centres?profil=elu");
  expect(links).toContain("/centres?profil=entreprise");
});
