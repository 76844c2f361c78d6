import { axeFaults } from "#tests/support/axe";
import { expect, test } from "#tests/support/journey";
import { readPdf } from "#tests/support/pdf";
import { changeSession, fromStart, makeLink, makeSeat, makeSession } from "#tests/support/session-of-the-day";

test("who was there gets a certificate by mail, and anyone can check it", async ({
  page,
  database,
  someone,
  request,
  javaScriptEnabled,
}) => {
  const session = await makeSession(database, fromStart(-1440));
  const code = `7K3M-${session.id.slice(0, 4)}-${session.id.slice(4, 8)}`.toUpperCase();
  await changeSession(database, session, { durationMinutes: 60 });
  const registration = await makeSeat(database, session, someone);
  const token = await makeLink(database, { email: someone });
  const address = `/inscriptions/${token}/attestation.pdf?seance=${session.slug}`;
  const absent = await request.get(address, { maxRedirects: 0 });
  expect([absent.status(), absent.headers().location]).toEqual([307, `/inscriptions/${token}`]);

  await database.rows(
    `UPDATE "Registration" SET "presentAt" = $2, "attendanceSource" = 'report', "certificateCode" = $3 WHERE "id" = $1`,
    [registration, fromStart(-1440), code],
  );
  const onScreen = await makeLink(database, { registration, scope: "owner" });
  const refused = await request.get(`/inscriptions/${onScreen}/attestation.pdf?seance=${session.slug}`, {
    maxRedirects: 0,
  });
  expect(refused.status()).toBe(307);

  const file = await request.get(address);
  expect(file.headers()).toMatchObject({ "content-type": "application/pdf", "cache-control": "no-store" });
  const { text, language } = readPdf(await file.body());
  expect(language).toBe("fr-FR");
  for (const words of ["Camille Durand", "Mesurer ce qui change", `Code\u00A0: ${code}`, `/attestations/${code}`]) {
    expect(text).toContain(words);
  }

  await page.goto("/attestations");
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);
  await page.getByRole("textbox", { name: /Code/ }).fill(` ${code.toLowerCase().replaceAll("-", " ")} `);
  await page.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Cette attestation est valable");
  await expect(page).toHaveURL(new RegExp(`/attestations/${code}$`));
  await expect(page.getByRole("main")).toContainText("Camille Durand");
  await expect(page.getByRole("main")).not.toContainText(someone);
  if (javaScriptEnabled) expect(await axeFaults(page)).toEqual([]);

  await page.getByRole("textbox", { name: /code/ }).fill("7K3M-9QWX-ZZZZ");
  await page.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Aucune attestation ne porte ce code");
});
