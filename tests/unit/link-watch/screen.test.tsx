import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { LinksScreen } from "#components/back-office/link-watch/screen";
import { IDLE } from "#lib/forms/state";
import type { ToldLink } from "#lib/link-watch/schema";
import { AT } from "#tests/support/clock";

const action = async () => IDLE;
const dead: ToldLink = {
  url: "https://autre.example/?a=1&b=<2>",
  state: "dead",
  fault: "Le site a répondu 404.",
  failedOn: new Date("2027-01-10"),
  openedOn: null,
  checkedAt: AT,
  ignoredUntil: null,
  holders: [{ noun: "resource", id: "0195a8e0-0000-7000-8000-000000000001", title: "Un guide" }],
};
const ignored = { ...dead, url: "https://ignore.example/", ignoredUntil: new Date("2027-02-01") };

const screen = (told: ToldLink[], hidden: ToldLink[]) =>
  renderToStaticMarkup(
    <LinksScreen
      report={{ told, ignored: hidden, open: 12, unasked: 1 }}
      decide={action}
      done={undefined}
      opening=""
    />,
  );

test("a link is shown with what is wrong, since when, and the pages to mend", () => {
  const html = screen([dead, { ...dead, url: "https://panne.example/", state: "to_check" }], []);
  for (const words of [
    "Liens morts (1)",
    "Liens à vérifier (1)",
    "Le site a répondu 404.",
    "depuis le 10 janvier 2027",
  ])
    expect(html).toContain(words);
  expect(html).toContain('href="/administration/ressources/0195a8e0-0000-7000-8000-000000000001"');
  expect(html).toContain("12\u00A0liens s’ouvrent, 1\u00A0attend sa première vérification.");
  expect(html).not.toContain("<2>");
  expect(html.match(/id="urls"/g)).toHaveLength(1);
  expect(html).not.toContain("Signaler de nouveau");
});

test("one that is ignored says until when, and may be told again", () => {
  const html = screen([], [ignored]);
  expect(html).toContain("Ignoré jusqu’au 1er février 2027.");
  expect(html).toContain("Signaler de nouveau");
});

test("nothing to mend is said in a sentence, without a form", () => {
  expect(screen([], [])).toContain("Aucun lien n’est à reprendre.");
  expect(screen([], [])).not.toContain("<form");
});
