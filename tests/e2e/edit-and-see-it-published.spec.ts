import { enter } from "#tests/support/back-office";
import { expect, test } from "#tests/support/journey";
import { fromStart, makeSession } from "#tests/support/session-of-the-day";
import { expectSound, WAYS } from "#tests/support/ways";

test.beforeEach(({ page }) => enter(page));

test("what an editor saves of a live page waits, and is public once it is published", async ({ page, request }) => {
  await page.goto("/administration/pages");
  await page.getByRole("main").getByRole("link", { name: "Partenaires", exact: true }).click();
  const summary = page.getByRole("textbox", { name: "Résumé" });
  const before = await summary.inputValue();
  // A field that scripts take over loses what was selected in it.
  await page.waitForLoadState("networkidle");
  const after = "Celles et ceux qui ont construit ces centres, l’un après l’autre.";
  await summary.fill(after);
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status")).toContainText("Le public lit toujours la version en ligne");
  expect(await (await request.get("/partenaires")).text()).toContain(before);
  await page.getByRole("button", { name: "Publier les modifications" }).click();
  await expect(page.getByRole("status")).toContainText("C’est en ligne");
  expect(await (await request.get("/partenaires")).text()).toContain(after);

  await page.waitForLoadState("networkidle");
  await page.getByRole("textbox", { name: "Résumé" }).fill(before);
  await page.getByRole("button", { name: "Publier les modifications" }).click();
  await expect.poll(async () => (await request.get("/partenaires")).text()).not.toContain(after);
});

test("what is typed is stored by itself, and kept here while the network is away", async ({ page, context }) => {
  await page.goto("/administration/glossaire/nouveau");
  await page.waitForLoadState("networkidle");
  await page.getByRole("textbox", { name: "Terme" }).pressSequentially("Passage à gué");
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await expect(page).not.toHaveURL(/nouveau/);
  await context.setOffline(true);
  const definition = page.getByRole("textbox", { name: "Définition" });
  await definition.pressSequentially("Là où l’eau est basse.");
  await expect(page.getByText("Hors ligne", { exact: false })).toBeVisible();
  page.on("dialog", (dialog) => dialog.accept());
  await context.setOffline(false);
  await expect(page.getByText(/^Enregistré à/)).toBeVisible();
  await page.reload();
  await expect(definition).toHaveValue("Là où l’eau est basse.");
});

test("what is typed is not left without a question, and what is saved is left freely", async ({ page, context }) => {
  await page.goto("/administration/pages");
  await page.getByRole("main").getByRole("link", { name: "À propos", exact: true }).click();
  await page.waitForLoadState("networkidle");
  const summary = page.getByRole("textbox", { name: "Résumé" });
  const before = await summary.inputValue();
  await context.setOffline(true);
  await summary.press("Control+End");
  await summary.pressSequentially(" Et plus.");
  const asked = new Promise<string>((resolve) =>
    page.once("dialog", async (dialog) => {
      await dialog.dismiss();
      resolve(dialog.type());
    }),
  );
  const centres = page.getByRole("navigation").getByRole("link", { name: "Centres" });
  await centres.click({ noWaitAfter: true });
  expect(await asked).toBe("beforeunload");
  await expect(summary).toHaveValue(`${before} Et plus.`);
  await context.setOffline(false);
  await summary.fill(before);
  await summary.press("Control+s");
  await expect(page.getByRole("status")).toContainText("C’est enregistré");
  page.on("dialog", () => expect("a question").toBe("none"));
  await centres.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Centres");
});

test("a term is written, published, withdrawn, each seen at once", async ({ page, request }) => {
  const name = "Passerelle d’essai";
  const isPublic = async () => (await (await request.get("/glossaire")).text()).includes(name);
  await page.goto("/administration/glossaire/nouveau");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();

  await page.getByRole("textbox", { name: "Terme" }).fill(name);
  await page.getByRole("textbox", { name: "Définition" }).fill("Un mot ajouté pour voir.");
  await page.getByRole("textbox", { name: "Source", exact: true }).fill("Les tests du portail");
  await page.getByRole("combobox", { name: "Fiabilité" }).selectOption({ label: "Documenté" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  expect(await isPublic()).toBe(false);

  await page.getByRole("button", { name: "Publier maintenant" }).click();
  await expect(page.getByRole("status")).toContainText("C’est en ligne");
  expect(await isPublic()).toBe(true);

  await page.getByText("Retirer du site").first().click();
  const withdraw = page.getByRole("button", { name: "Oui, retirer du site" });
  await withdraw.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("ce que devient son adresse");
  await page.getByRole("radio", { name: "elle reste à son adresse" }).check();
  await page.getByRole("textbox", { name: "Pourquoi elle est retirée" }).fill("Ce mot ne sert plus.");
  await page.getByRole("textbox", { name: "À lire à la place" }).fill("/glossaire");
  await withdraw.click();
  await expect(page.getByRole("status")).toContainText("retirée du site");
  expect(await isPublic()).toBe(false);
  const left = await request.get("/glossaire/passerelle-d-essai");
  expect(left.status()).toBe(200);
  expect(await left.text()).toContain("Ce mot ne sert plus.");
});

test("subtitles are brought as a file, and say how many cues and words were kept", async ({ page, database }) => {
  const session = await makeSession(database, fromStart(-1440), { published: true });
  await page.goto(`/administration/webinaires/${session.id}`);
  const transcript = page.getByRole("textbox", { name: "Transcription" });
  const file = page.getByLabel("Fichier de sous-titres ou de texte");
  const bring = (name: string, buffer: Buffer) => file.setInputFiles({ name, mimeType: "text/vtt", buffer });
  await transcript.fill("Ce qui était là.");
  await bring("diapos.vtt", Buffer.from([0x25, 0x50, 0x44, 0x46, 0x00, 0x01, 0x02, 0x03]));
  await expect(page.getByText("Ce fichier n’est pas du texte")).toBeVisible();
  await expect(transcript).toHaveValue("Ce qui était là.");
  const cues = "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour à toutes.\n\n00:03.000 --> 00:04.000\nEt à tous.\n";
  await bring("reunion.vtt", Buffer.from(cues, "utf16le"));
  await expect(transcript).toHaveValue(cues);
  await page.getByRole("button", { name: "Remettre le texte d’avant" }).click();
  await expect(transcript).toHaveValue("Ce qui était là.");
  await bring("reunion.vtt", Buffer.from(cues));
  await expect(page.getByText("Le texte de «\u202Freunion.vtt\u202F» est dans le champ")).toBeVisible();
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("status")).toContainText(/C’est enregistré.*2\ssous-titres sur 2 et 6\smots sur 6/);
  await expect(transcript).toHaveValue("[00:00:01] Bonjour à toutes. Et à tous.");
});

test("two editors on the same text: the second is told, and loses nothing", async ({ page, context }) => {
  await page.goto("/administration/pages");
  await page.getByRole("main").getByRole("link", { name: "Contact", exact: true }).click();
  await expect(page.getByRole("button", { name: "Enregistrer" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("textbox", { name: "Résumé" }).fill("Les mots d’une autre.");
  await other.getByRole("button", { name: "Enregistrer" }).click();
  await expect(other.getByRole("status")).toContainText("C’est enregistré");

  const summary = page.getByRole("textbox", { name: "Résumé" });
  await summary.fill("Mes mots, qu’il ne faut pas perdre.");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(summary).toHaveValue("Mes mots, qu’il ne faut pas perdre.");
});

for (const [rank, { name, ...use }] of WAYS.entries()) {
  test.describe(name, () => {
    test.use(use);

    test("what is noted of accessibility stays on an error, and the statement says it", async ({ page, request }) => {
      // Themes of less than ten criteria: none is named like the beginning of another.
      const theme = 3 + 2 * rank;
      const note = `Vu au clavier, par le chemin ${rank}.`;
      const statement = async () => (await request.get("/accessibilite")).text();
      const state = page.getByLabel(`État de ${theme}.1`);
      const said = page.getByRole("textbox", { name: `Note sur ${theme}.1` });
      const save = page.getByRole("button", { name: "Enregistrer ce thème" });
      await page.goto(`/administration/accessibilite?theme=${theme}`);
      // React gives a text area its first words again when it wakes up.
      await page.waitForLoadState("networkidle");
      await said.fill(note);
      await save.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("Choisissez un état");
      await expect(said).toHaveValue(note);
      await expectSound(page, use.javaScriptEnabled);
      await state.selectOption("Non conforme");
      await save.click();
      await expect(page.getByRole("status")).toContainText("C’est enregistré");
      await expectSound(page, use.javaScriptEnabled);
      await expect.poll(statement).toContain(note);
      await page.waitForLoadState("networkidle");
      await state.selectOption("Non évalué");
      await said.fill("");
      await save.click();
      await expect.poll(statement).not.toContain(note);
    });
  });
}
