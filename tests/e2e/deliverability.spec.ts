import { enter } from "#tests/support/back-office";
import { person, registrationForm } from "#tests/support/crowd";
import { expect, mailsTo, test } from "#tests/support/journey";

test("a refused confirmation is found by its address, understood, and sent again", async ({
  page,
  database,
  baseURL,
}) => {
  const slug = await database.newSession(null);
  const typed = person("delivrabilite");
  const form = await registrationForm(baseURL ?? "", slug);
  expect((await form.submit(typed)).status).toBe(303);
  await mailsTo(typed.email);
  // What a mail server says days later, or to another portal than this one.
  const refused = `UPDATE "OutgoingMail" SET "status" = 'failed', "lastError" = '550 5.1.1 User unknown' WHERE "to" = $1`;
  const status = async () => {
    const [mail] = await database.rows<{ status: string }>(
      'SELECT "status"::text FROM "OutgoingMail" WHERE "to" = $1',
      [typed.email],
    );
    return mail?.status;
  };
  await expect.poll(status).toBe("sent");
  await database.rows(refused, [typed.email]);

  await enter(page);
  await page.goto("/administration/envois/messages");
  await expect(page.getByRole("main")).toContainText("rien ne dit qu’il a été lu");
  await page.getByRole("searchbox", { name: "Adresse" }).fill(typed.email.toUpperCase());
  await page.getByRole("combobox", { name: "Message" }).selectOption({ label: "Inscription enregistrée" });
  await page.getByRole("button", { name: "Filtrer" }).click();
  await page.getByRole("link", { name: "Voir pourquoi et les renvoyer" }).click();
  const list = page.getByRole("main").getByRole("listitem");
  await expect(list.filter({ hasText: typed.email })).toContainText("550 5.1.1 User unknown");
  await list.filter({ hasText: typed.email }).getByRole("link").click();

  await page.getByRole("button", { name: "Renvoyer ce message" }).click();
  await expect(page.getByRole("status")).toContainText("Le message va repartir");
  await mailsTo(typed.email, 2);

  await expect.poll(status).toBe("sent");
  await page.reload();
  await page.getByRole("button", { name: "Écrire de nouveau" }).click();
  await expect(page.getByRole("status")).toContainText("Un nouveau message part");
  const mails = await mailsTo(typed.email, 3);
  expect(mails.at(-1)?.text).toMatch(/\/inscriptions\/[\w-]{43}/);
});
