import { expect, test } from "vitest";
import { keepTyped } from "#lib/edge/front/keep-typed";

const PAGE = `<!DOCTYPE html><html lang="fr"><head><title>Séance</title></head><body>
<form action="/ressources"><input name="q" value="rien"></form>
<form method="POST" enctype="multipart/form-data"><input type="hidden" name="$ACTION_REF_1" value="a">
<input name="email" value=""><textarea name="question">avant</textarea>
<input type="checkbox" name="need" value="un"><input type="checkbox" name="need" value="deux" checked>
<input type="radio" name="who" value="x" checked><input type="radio" name="who" value="y">
<select name="profile"><option value="">Choisir</option><option value="elu">Élu &amp; maire</option></select></form></body></html>`;

function typed(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("a page comes back with each kind of field as it was typed, and says why", () => {
  const html = keepTyped(
    PAGE,
    typed([
      ["email", 'é"<@exemple.fr'],
      ["question", "</textarea><b>"],
      ["need", "un"],
      ["who", "y"],
      ["profile", "elu"],
      ["$ACTION_REF_1", "autre"],
      ["q", "autre"],
    ]),
  );
  expect(html).toContain('<input name="email" value="é&quot;<@exemple.fr">');
  expect(html).toContain('<textarea name="question">&lt;/textarea&gt;&lt;b&gt;</textarea>');
  expect(html).toContain('value="un" checked');
  expect(html).not.toContain('value="deux" checked');
  expect(html).toMatch(/value="x">.*value="y" checked/s);
  expect(html).toContain('<option value="elu" selected');
  expect(html).toContain('name="$ACTION_REF_1" value="a"');
  expect(html).toContain('<input name="q" value="rien">');
  expect(html).toContain("Ce n’est pas enregistré");
  expect(html).toContain("<title>Erreur&nbsp;: Séance</title>");
});

test("a page without the form that was sent stays as it is", () => {
  expect(keepTyped(PAGE, typed([["other", "x"]]))).toBe(PAGE);
});
