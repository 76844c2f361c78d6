import { axeFaults, overflow } from "#tests/support/axe";
import { ADMINISTRATOR, enter } from "#tests/support/back-office";
import { expect, mailsTo, test } from "#tests/support/journey";
import { ownSession } from "#tests/support/sessions";

const WAYS = [
  { name: "desktop", viewport: { width: 1280, height: 800 }, javaScriptEnabled: true },
  { name: "phone without scripts", viewport: { width: 360, height: 740 }, javaScriptEnabled: false },
];

for (const { name, ...use } of WAYS) {
  test.describe(name, () => {
    test.use(use);

    test("the team writes to registrants, once it has seen what leaves and to whom", async ({
      page,
      database,
      someone,
    }) => {
      const waiting = `attente.${someone}`;
      const people = [{ email: someone }, { email: waiting, status: "waiting" }];
      const id = await ownSession(database, `annonce ${name}`.replaceAll(" ", "-"), people);
      const written = () =>
        database.rows(
          'SELECT 1 FROM "OutgoingMail" m JOIN "Announcement" a ON a."id" = m."announcementId" WHERE a."webinarId" = $1',
          [id],
        );
      await enter(page);
      await page.goto(`/administration/webinaires/${id}/messages`);
      await page.getByRole("link", { name: "Écrire aux inscrits" }).click();
      await page.waitForLoadState("networkidle");
      await page.getByRole("button", { name: "Voir avant d’envoyer" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("que le modèle");
      await page.waitForLoadState("networkidle");
      await page.getByRole("textbox", { name: "Objet" }).fill("Une salle plus grande, {prénom}");
      await page.getByRole("textbox", { name: "Message" }).fill("Bonjour {prénom}, apportez {votre question}.");
      await page.getByRole("button", { name: "Voir avant d’envoyer" }).click();
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("{votre question}");
      await expect(alert).toBeFocused();

      await page
        .getByRole("textbox", { name: "Message" })
        .fill(`Bonjour {prénom}, une question ${name} ? {lien personnel}`);
      await page.getByRole("button", { name: "M’envoyer un essai" }).click();
      await expect(page.getByRole("status")).toContainText(ADMINISTRATOR.email);
      await page.getByRole("button", { name: "Voir avant d’envoyer" }).click();
      await expect(alert).toContainText("1\u00A0personne");
      await expect(alert).toContainText("Personnes inscrites");
      await expect(alert).toContainText("Tel que le lira Inès Durand");
      await expect(alert).toContainText("/inscriptions/exemple");
      await expect(alert.frameLocator("iframe").locator("body")).toContainText("Bonjour Inès");
      await expect(alert).toBeFocused();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      if (use.javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

      await page.getByRole("checkbox", { name: "Liste d’attente" }).check();
      await page.getByRole("button", { name: /^Envoyer à/ }).click();
      await expect(alert).toContainText("2\u00A0personnes");
      expect(await written()).toEqual([]);

      await page.getByRole("button", { name: "Envoyer à 2\u00A0personnes" }).dblclick();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Messages");
      await expect(page.getByRole("status")).toContainText("Votre message part");
      await expect(page.getByRole("main")).toContainText("Une salle plus grande, {prénom}");
      await expect(page.getByRole("main")).toContainText("Personnes inscrites, Liste d’attente");
      expect(await written()).toHaveLength(2);
      for (const address of [someone, waiting]) {
        const [mail] = await mailsTo(address);
        expect(mail?.subject).toBe("Une salle plus grande, Inès");
        expect(mail?.text).toMatch(/\/inscriptions\/[\w-]{43}/);
      }
      await expect(async () => {
        await page.reload();
        await expect(page.getByRole("main")).toContainText("2\u00A0messages partis");
      }).toPass({ timeout: 30_000 });
    });
  });
}

test("nobody else reads or writes the messages of a session", async ({ request, database }) => {
  const id = await ownSession(database, "messages-fermes");
  for (const room of ["", "/ecrire", "/reminder-day"]) {
    const response = await request.get(`/administration/webinaires/${id}/messages${room}`, { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(await response.text()).not.toContain("Rappel");
  }
});
