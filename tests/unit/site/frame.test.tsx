import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SiteFrame } from "#components/site/frame";

const SECTIONS = ["besoins", "centres", "ressources", "webinaires", "observatoire", "glossaire"];
const MOST = 6_000;

test.each(SECTIONS)("a page of %s sees its own window of the panorama", (section) => {
  expect(renderToStaticMarkup(<SiteFrame address={`/${section}/une-page`}>Texte</SiteFrame>)).toContain(
    `data-section="${section}"`,
  );
  expect(readFileSync("components/site/scenery.css", "utf8")).toContain(`[data-section="${section}"] .banner`);
});

test("a page of no section, or drawn nowhere, sees the middle of it", () => {
  for (const address of ["/", null])
    expect(renderToStaticMarkup(<SiteFrame address={address}>Texte</SiteFrame>)).not.toContain("data-section");
});

test("the footer says what the site is by law where that is known, and where the statement is anyway", () => {
  const said = (standing?: string) =>
    /<a href="\/accessibilite"[^>]*>(.*?)<\/a>/.exec(
      renderToStaticMarkup(<SiteFrame standing={standing}>Texte</SiteFrame>),
    )?.[1];
  expect(said("partiellement conforme")).toBe("Accessibilité\u00A0: partiellement conforme");
  expect(said()).toBe("Accessibilité");
});

test("the panorama is light, and lives at night", () => {
  const drawing = readFileSync("public/images/panorama.svg");
  expect(gzipSync(drawing).length).toBeLessThan(MOST);
  expect(drawing.toString()).toContain("prefers-color-scheme:dark");
});
