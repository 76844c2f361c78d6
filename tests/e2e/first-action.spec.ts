import { expect, test } from "@playwright/test";

const NEEDS = [
  "qualifier-l-innovation",
  "connaitre-l-ecosysteme-territorial",
  "developper-des-partenariats-strategiques",
  "definir-sa-strategie",
  "evaluer-sa-capacite-de-co-construction",
  "mobiliser-les-competences",
  "hybrider-son-modele-socio-economique",
];

test.use({ viewport: { width: 360, height: 780 }, javaScriptEnabled: false });

for (const need of NEEDS) {
  test(`thirty seconds on ${need}: the question, the answer and what to do first, without a gesture`, async ({
    page,
  }) => {
    await page.goto(`/besoins/${need}`);
    const first = page.getByRole("heading", { name: "À faire d’abord" }).locator("..");
    await expect(page.getByRole("heading", { level: 1 })).toBeInViewport({ ratio: 1 });
    await expect(first).toBeInViewport({ ratio: 1 });
  });
}

test("a phone shows at once the search and the seven needs, and opens the sections without a script", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await expect(page.getByRole("searchbox")).toBeInViewport({ ratio: 1 });
  for (const need of NEEDS) await expect(page.locator(`main a[href="/besoins/${need}"]`)).toBeInViewport({ ratio: 1 });

  const sections = page.getByRole("navigation", { name: "Navigation principale" });
  const section = (name: string) => sections.getByRole("link", { name, exact: true });
  const [needs, centres] = [section("Besoins"), section("Centres")];
  const menu = sections.getByRole("button", { name: "Menu" });
  await expect(centres).toBeHidden();
  await menu.press("Enter");
  await expect(needs).not.toHaveAttribute("aria-current");
  await centres.click();
  await menu.press("Enter");
  await expect(centres).toHaveAttribute("aria-current", "page");
  await page.goto(`/besoins/${NEEDS[0]}`);
  await menu.press("Enter");
  await expect(needs).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Escape");
  await expect(needs).toBeHidden();
});
