import { keyboardFaults, lookAt, lookFor } from "#tests/a11y/looks";
import { axeFaults } from "#tests/support/axe";
import { htmlFaults } from "#tests/support/html-valid";
import { expect, test } from "#tests/support/journey";

/** Where nothing is wrong, until a fault is planted. */
const page = (planted = "", styles = "") => `<!DOCTYPE html><html lang="fr"><head><title>Une page</title><style>
  body { background: #fff; color: #222 } :focus-visible { outline: 3px solid #00f } body > a, nav a { display: inline-block; padding: 12px } ${styles}
  input:not([type=radio]), button { border: 2px solid #555; background: #fff; min-width: 44px; min-height: 44px; padding: 0 }
  </style></head><body><a href="#contenu">Aller au contenu</a><header class="site-header"><nav aria-label="Menu"><a href="/">Accueil</a></nav></header>
  <main id="contenu"><h1>Une page</h1><p>Une phrase assez longue pour qu’un lien y soit cherché, <a href="/besoins">les besoins</a>.</p>
  <form method="post"><label for="adresse">Adresse</label> <input id="adresse" type="email" autocomplete="email" required> <button type="submit">Envoyer</button></form>
  ${planted}</main><footer><p>Un pied de page.</p></footer></body></html>`;

const PLANTED: [fault: string, planted: string, styles?: string][] = [
  ["9.1 headings", "<h3>Trop bas</h3>"],
  ["10.6 links in sentences", "", "p a { text-decoration: none }"],
  ["10.9 errors", '<label for="a">Ville</label> <input id="a" aria-invalid="true">'],
  ["13.2 windows", '<a href="/centres" target="_blank">Les centres</a>'],
  ["WCAG 2.5.7 drags", '<p draggable="true">À déplacer</p>'],
  ["12.6 landmarks", '<nav aria-label="Menu"><a href="/x">Encore</a></nav>'],
  ["12.7 skip link", '<a href="/x" tabindex="1">Avant</a>', "body > a { display: none }"],
  ["10.2 words in styles", "", "h1::after { content: 'Mots cachés' }"],
  ["10.3 order", "", "main { display: flex; flex-direction: column } h1 { order: 2 }"],
  ["10.13 what hovering shows", "", "p:hover + form { display: none }"],
  [
    "3.2 placeholders",
    '<label for="a">Ville</label> <input id="a" placeholder="Ici">',
    "::placeholder { color: #ccc }",
  ],
  [
    "3.3 edges of fields",
    '<label for="a">Ville</label> <textarea id="a"></textarea>',
    "textarea { border: 1px solid #eee }",
  ],
  ["WCAG 2.5.8 targets", "<select aria-label='Ville'></select>", "select { width: 12px; height: 12px }"],
  ["11.1 labels", "<textarea></textarea>"],
  [
    "11.10 what is required",
    '<form method="post"><label for="a">Ville (facultatif)</label> <input id="a" required></form>',
  ],
  [
    "11.13 what browsers fill in",
    '<form method="post"><label for="a">Adresse</label> <input id="a" type="email"></form>',
  ],
  ["WCAG 3.3.8 pasting", '<label for="a">Ville</label> <input id="a" onpaste="return false">'],
  ["13.8 what moves by itself", "", "@keyframes x { to { opacity: .9 } } h1 { animation: x 1s infinite }"],
  ["13.1 time", '<marquee behavior="alternate">Ça bouge</marquee>'],
  ["4.10 sounds", "<audio autoplay></audio>"],
];

for (const [fault, planted, styles] of PLANTED) {
  test(`seen: ${fault}`, async ({ page: browser, guard }) => {
    guard.allow(/./);
    await browser.setContent(page());
    expect(await lookAt(browser)).toEqual([]);
    await browser.setContent(page(planted, styles));
    expect((await lookAt(browser)).filter((one) => one.startsWith(fault))).not.toEqual([]);
  });
}

const STATES = [
  ["10.11 sticks out", "", "h1 { width: 3000px }"],
  ["10.12 words cut off", "", "h1 { height: 8px; overflow: hidden }"],
  ["13.8 moves though asked not to", "", "@keyframes x { to { opacity: .9 } } h1 { animation: x 1s infinite }"],
  ["10.5 controls without colours", "", "body button { border: 0 !important }"],
  ["10.7 focus", "", "button:focus-visible { outline: none }"],
] as const;

for (const [fault, planted, styles] of STATES) {
  test(`seen: ${fault}`, async ({ page: browser }) => {
    await browser.setContent(page());
    expect(await lookFor(browser, fault)).toEqual([]);
    await browser.setContent(page(planted, styles));
    expect(await lookFor(browser, fault)).not.toEqual([]);
  });
}

test("seen: what the keyboard does not reach, reaches out of order, or reaches under something", async ({
  page: browser,
}) => {
  await browser.setContent(page());
  expect(await keyboardFaults(browser)).toEqual([]);
  await browser.setContent(page('<p><a href="/a" tabindex="2">Un</a> <a href="/b">Deux</a></p>'));
  expect(await keyboardFaults(browser)).toContainEqual(expect.stringMatching(/^12\.8 out of order/));
  await browser.setContent(page('<div style="position: fixed; inset: 0; background: #fff"></div>'));
  expect(await keyboardFaults(browser)).toContainEqual(expect.stringMatching(/^WCAG 2\.4\.11 hidden/));
  await browser.setContent(
    page("<button onfocus=\"document.querySelector('h1 ~ p a').focus()\">Piège</button> <a href='/c'>Après</a>"),
  );
  expect(await keyboardFaults(browser)).toContainEqual(expect.stringMatching(/^12\.9 never reached.*Après/));
});

test("seen: what axe and html-validate find", async ({ page: browser }) => {
  await browser.setContent(page());
  expect(await axeFaults(browser)).toEqual([]);
  expect(await htmlFaults(page(), "page")).toEqual([]);
  await browser.setContent(page('<p class="pale">Une phrase pâle.</p>', ".pale { color: #bbb }"));
  expect(await axeFaults(browser)).toContainEqual(expect.stringContaining("color-contrast"));
  expect(await htmlFaults(page('<p id="contenu">Deux fois</p>'), "page")).toContainEqual(
    expect.stringContaining("no-dup-id"),
  );
});
