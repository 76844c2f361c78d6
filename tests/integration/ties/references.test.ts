import type { Root } from "hast";
import { expect, test } from "vitest";
import { findingsOf } from "#lib/desks/checks";
import { pageFields } from "#lib/pages/fields";
import { db } from "#lib/platform/db";
import { parseMarkdown } from "#lib/platform/markdown";
import { referenceTargets, withReferences } from "#lib/ties/references/queries";
import { AT, DAY, later } from "#tests/support/clock";
import { makeEditor, makeFigure, makeTerm } from "#tests/support/factories";
import { statementsOf } from "#tests/support/statements";

type Node = Root | Root["children"][number];
const said = (node: Node): string => {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => said(child as Node)).join("") : "";
};
const links = (node: Node): string[] =>
  "children" in node
    ? [
        ...("tagName" in node && node.tagName === "a" ? [`${node.properties.href} ${said(node)}`] : []),
        ...node.children.flatMap((child) => links(child as Node)),
      ]
    : [];

const TEXT = "Selon l’étude, **[](/observatoire#maires)** des maires parlent d’[](/glossaire#alliance).";
const body = async (markdown: string) => (await withReferences({ body: parseMarkdown(markdown) }, AT)).body;

test("a figure is corrected once: every text that refers to it says what it is worth today", async () => {
  const { id } = await makeFigure({ slug: "maires", value: "76 %" });
  await makeTerm({ slug: "alliance", name: "alliance territoriale" });
  expect(said(await body(TEXT))).toBe("Selon l’étude, 76\u202F% des maires parlent d’alliance territoriale.");
  expect(links(await body(TEXT))).toEqual([
    "/observatoire#maires 76\u202F%",
    "/glossaire#alliance alliance territoriale",
  ]);
  await db.figure.update({ where: { id }, data: { value: "78 %" } });
  expect(said(await body(TEXT))).toContain("78\u202F% des maires");
});

test("what is no longer published is told in plain words, and leads nowhere", async () => {
  await makeFigure({ slug: "maires", withdrawnAt: AT });
  await makeTerm({ slug: "alliance", publishedAt: later(DAY) });
  expect(said(await body(TEXT))).toBe(
    "Selon l’étude, (ce chiffre n’est plus publié) des maires parlent d’(ce terme n’est plus au glossaire).",
  );
  expect(links(await body(TEXT))).toEqual([]);
});

test("links with words are left as they are, and ask nothing of the database", async () => {
  await makeFigure({ slug: "maires" });
  const text = { body: parseMarkdown("[Les chiffres](/observatoire#maires), `[](/observatoire#maires)`") };
  const asked = await statementsOf(async () => expect(await withReferences(text, AT)).toBe(text));
  expect(asked).toEqual([]);
});

test("a text that refers to what is not published says so before it is published", async () => {
  const editor = await makeEditor();
  await makeFigure({ slug: "maires" });
  const checks = async (text: string) =>
    (await findingsOf(editor, pageFields, { body: text }, AT)).map(({ check, line }) => [check, line]);
  expect(await checks("Un.\n\n[](/observatoire#maires) des maires.")).toEqual([]);
  await db.figure.updateMany({ data: { withdrawnAt: AT } });
  expect(await checks("Un.\n\n[](/observatoire#maires) des maires.")).toEqual([["lost-reference", 3]]);
});

test("the editor of texts is told what the public reads", async () => {
  await makeFigure({ slug: "maires", value: "76 %" });
  await makeFigure({ slug: "cache", withdrawnAt: AT });
  expect(await referenceTargets(["/observatoire#maires", "/observatoire#cache", "/besoins"], AT)).toEqual([
    { href: "/observatoire#maires", title: "76 %", kind: "" },
  ]);
});
