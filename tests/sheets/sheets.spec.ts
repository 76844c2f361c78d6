import path from "node:path";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { test } from "#tests/support/journey";
import { comingSession, mailedLink, registerAt } from "#tests/support/personal-link";
import { DOSSIER } from "#tests/support/site";
import type { Witness } from "#tests/support/witness";

/** `npm run sheets`: every kind of public page on one picture for each look, kept beside this file to be looked at. */

const PAGES: [name: string, address: string][] = [
  ["Accueil", "/"],
  ["Besoin", "/besoins/developper-des-partenariats-strategiques"],
  ["Centres", "/centres"],
  ["Centre", "/centres/co-construction-territoriale"],
  ["Ressources", "/ressources"],
  ["Ressource", "/ressources/impact-des-alliances-regard-chercheurs-praticiens"],
  ["Recherche", "/recherche?q=mecenat+de+competences"],
  ["Sans réponse", "/recherche?q=zzzyyyxxx"],
  ["Webinaires", "/webinaires"],
  ["Observatoire", "/observatoire"],
  ["Chiffre", "/observatoire/fondations-secteur-immature-sur-l-accompagnement"],
  ["Glossaire", "/glossaire"],
  ["Terme", "/glossaire/alliance"],
  ["Profil", "/parcours/maire"],
  ["Orientation", "/orientation?profil=elu&besoin=connaitre-l-ecosysteme-territorial"],
  ["Organisation", "/organisations/caisse-des-depots"],
  ["Texte", "/methode"],
  ["Dossier", DOSSIER],
  ["Statistiques", "/statistiques"],
  ["Accessibilité", "/accessibilite"],
  ["Introuvable", "/nulle-part"],
];

type Look = {
  name: string;
  width: number;
  height: number;
  media?: "print";
  colorScheme?: "dark";
  /** Of a page on the sheet, in pixels; what is longer than `most` of them is cut. */
  column: number;
  most: number;
};

const PHONE = { width: 360, height: 740, column: 200, most: 900 };
const TABLET = { width: 768, height: 1024, column: 230, most: 690 };
const DESK = { width: 1440, height: 900, column: 300, most: 600 };
const LOOKS: Look[] = [
  ...[PHONE, TABLET, DESK].flatMap((size) => [
    { ...size, name: `${size.width}-light` },
    { ...size, name: `${size.width}-dark`, colorScheme: "dark" as const },
  ]),
  { name: "print", width: 794, height: 1123, media: "print", column: 260, most: 368 },
];
const ACROSS = 8;

/** Pages that somebody's own steps lead to. */
async function registered(page: Page, database: Witness, someone: string): Promise<[string, string][]> {
  const { slug } = await comingSession(database);
  const answer = await registerAt(page, slug, someone);
  return [
    ["Séance", `/webinaires/${slug}`],
    ["Inscription faite", answer],
    ["Page personnelle", await mailedLink(someone)],
  ];
}

async function pictureOf(page: Page, address: string, { width, column, most }: Look): Promise<string> {
  await page.goto(address);
  const picture = await page.screenshot({ fullPage: true });
  const height = Math.round((most * width) / column);
  const { height: whole = height } = await sharp(picture).metadata();
  const small = await sharp(picture)
    .extract({ left: 0, top: 0, width, height: Math.min(whole, height) })
    .resize({ width: column })
    .png()
    .toBuffer();
  return `data:image/png;base64,${small.toString("base64")}`;
}

for (const look of LOOKS) {
  test(look.name, async ({ page, guard, browser, database, someone }) => {
    guard.allow(/404/);
    const own = await registered(page, database, someone);
    await page.setViewportSize(look);
    await page.emulateMedia({ media: look.media ?? "screen", colorScheme: look.colorScheme ?? "light" });
    const figures: string[] = [];
    for (const [name, address] of [...PAGES, ...own])
      figures.push(
        `<figure><img src="${await pictureOf(page, address, look)}"><figcaption>${name}</figcaption></figure>`,
      );

    const sheet = await browser.newPage({ viewport: { width: ACROSS * (look.column + 16) + 16, height: 800 } });
    await sheet.setContent(`<style>
      body { margin: 16px; display: grid; grid-template-columns: repeat(${ACROSS}, ${look.column}px); gap: 16px; background: #9a958c; font: 14px sans-serif }
      figure { margin: 0; display: flex; flex-direction: column-reverse; justify-content: flex-end; gap: 4px }
    </style>${figures.join("")}`);
    await sharp(await sheet.screenshot({ fullPage: true }))
      .webp({ quality: 60 })
      .toFile(path.join(import.meta.dirname, `${look.name}.webp`));
    await sheet.close();
  });
}
