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
