import { expect, test } from "vitest";
import { keepTyped } from "#lib/edge/returned-forms/keep-typed";

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
  expect(html).toContain("<title>Erreur\u00A0: Séance</title>");
});

test("a page without the form that was sent stays as it is", () => {
  expect(keepTyped(PAGE, typed([["other", "x"]]))).toBe(PAGE);
});

const twoForms = (fields: string) => `<!DOCTYPE html><title>Deux</title>
<form method="post"><input type="hidden" name="$ACTION_REF_1"><input type="hidden" name="$ACTION_1:0" value="un">${fields}</form>
<form method="post"><input type="hidden" name="$ACTION_REF_2"><input type="hidden" name="$ACTION_2:0" value="deux">${fields}</form>`;
const second = [
  ["$ACTION_REF_2", ""],
  ["$ACTION_2:0", "deux"],
] as const;

test("of two forms with the same fields, that which was sent comes back as it was typed, and the other as it was", () => {
  const html = keepTyped(twoForms('<input name="word" value="avant">'), typed([...second, ["word", "après"]]));
  const [, first, other] = html.split("<form");
  expect(first).toContain('name="word" value="avant"');
  expect(first).not.toContain("Ce n’est pas enregistré");
  expect(other).toContain('name="word" value="après"');
  expect(other).toContain("Ce n’est pas enregistré");
});

test("of two forms that share one field, that which has the others is the one that was sent", () => {
  const page = '<form method="post"><input name="a"></form><form method="post"><input name="a"><input name="b"></form>';
  const [, first, other] = keepTyped(
    page,
    typed([
      ["a", "1"],
      ["b", "2"],
    ]),
  ).split("<form");
  expect(first).not.toContain("value=");
  expect(other).toMatch(/name="a" value="1".*name="b" value="2"/);
});

test("fields of the same name each take their own value, in order; what is disabled stays as it is", () => {
  const page = `<form method="post"><input type="hidden" name="line" value="0"><input name="line" value="x"><textarea name="line">y</textarea>
<input name="line" value="z" disabled><input type="checkbox" name="line" value="oui"><input type="checkbox" name="line" value="non" checked>
<select name="many" multiple><option>a</option><option selected>b</option><option>c</option></select>
<select name="one"><option>a</option><option>b</option></select><select name="one"><option>b</option><option>a</option></select></form>`;
  const sent = typed([
    ["line", "0"],
    ["line", "un"],
    ["line", "deux"],
    ["line", "oui"],
    ["many", "a"],
    ["many", "c"],
    ["one", "b"],
    ["one", "a"],
  ]);
  const html = keepTyped(page, sent);
  expect(html).toContain('<input name="line" value="un">');
  expect(html).toContain('<textarea name="line">deux</textarea>');
  expect(html).toContain('<input name="line" value="z" disabled>');
  expect(html).toContain('value="oui" checked');
  expect(html).not.toContain('value="non" checked');
  const chosen = [...html.matchAll(/<option( selected)?>(.)/g)].map(([, on, choice]) => `${on ? "+" : "-"}${choice}`);
  expect(chosen.join(" ")).toBe("+a -b +c -a +b -b +a");
});
