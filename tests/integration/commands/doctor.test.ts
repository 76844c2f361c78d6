import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { db } from "#lib/platform/db";
import { AT, DAY, later } from "#tests/support/clock";
import { makeNeed } from "#tests/support/factories";

async function doctor(siteUrl: string): Promise<{ code: number; said: string }> {
  const env = { ...process.env, SITE_URL: siteUrl, TEST_CLOCK: AT.toISOString() };
  const command = spawn(process.execPath, ["lib/commands/doctor.ts"], { env });
  const [said, [code]] = await Promise.all([text(command.stdout), once(command, "close")]);
  return { code, said };
}

const page = (slug: string, body: string, publishedAt: Date | null = later(-DAY)) =>
  db.page.create({
    data: { slug, title: "Titre", summary: "", body, source: "", confidence: "documented", position: 1, publishedAt },
  });

const TRIED = "http://localhost:3000";
const ONLINE = "https://portail.exemple.fr";

describe("npm run doctor counts what is to be completed before the site goes online", { timeout: 120_000 }, () => {
  it("page by page, and finds it wrong once the site has its public address", async () => {
    await page(
      "contact",
      "| Nom | À compléter avant la mise en ligne |\n| Adresse | À compléter par l’éditeur avant la mise en ligne |",
    );
    await page("mentions", "Ses coordonnées, à compléter avant la mise en ligne, figureront ici.");
    await makeNeed({ slug: "besoin", summary: "Résumé à compléter avant la mise en ligne." });
    // Neither what nobody sees, nor what nobody knows yet.
    await page("brouillon", "À compléter avant la mise en ligne", null);
    await page("lacune", "Le détail reste à compléter. Avant la mise en ligne, il n’y a rien à faire.");
    const told = String.raw`À compléter avant la mise en ligne\s: 4\smentions, sur /besoins/besoin \(1\), /contact \(2\), /mentions \(1\)`;

    expect(await doctor(TRIED)).toMatchObject({ code: 0, said: expect.stringMatching(`✔ ${told}\n`) });
    expect(await doctor(ONLINE)).toMatchObject({ code: 1, said: expect.stringMatching(`✘ ${told}\n`) });
    await db.page.updateMany({ data: { body: "Complet." } });
    await db.need.updateMany({ data: { summary: "Complet." } });
    expect(await doctor(ONLINE)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/✔ À compléter avant la mise en ligne\s: rien/),
    });
  });
});
