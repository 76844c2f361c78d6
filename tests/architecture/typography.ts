import type { Node } from "oxc-parser";
import type { Rule } from "#tests/architecture/rule";
import { lineAt, within } from "#tests/architecture/rule";
import { faults } from "#tests/architecture/syntax";

/**
 * A French elision with a straight apostrophe: l'été, d’abord written d'abord, qu'il, aujourd'hui.
 * English has no letter standing alone before an apostrophe, so developers' own sentences are left alone.
 */
const ELISION = /(?<![\p{L}\d_$])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu|presqu|aujourd)'(?=[\p{L}«])/iu;
/** A guillemet, or a high sign after a plain space, in a sentence: each wants its no-break space. */
const SPACES = /«(?!\u202F)|(?<!\u202F)»|\p{L} [;!?](?=\s|$)|\d %/u;

/** Markup reads no escape: it is shown as it is written. */
const ESCAPE = /\\u[\dA-F]{4}/i;

/** In code, texts pass through `french()`, and a colon has other uses; in content/ it stands as it is read. */
const COLON = /[\p{L}\d»)] :(?=\s|$)/u;

/** Said in a terminal, where typesetting serves nobody. */
const TERMINAL = ["lib/backup/", "lib/commands/", "lib/content/", "lib/platform/"];

function faultOf(text: string, typeset: boolean): string | null {
  if (ELISION.test(text)) return "straight apostrophe";
  return typeset && SPACES.test(text) ? "plain space" : null;
}

/** What a piece of syntax may show to a reader. */
function textOf(node: Node): string {
  if (node.type === "Literal" && typeof node.value === "string") return node.value;
  if (node.type === "TemplateElement") return node.value.cooked ?? "";
  return node.type === "JSXText" ? node.value : "";
}

/** What markup shows just as it is written. */
function markupOf(node: Node): string {
  if (node.type === "JSXText") return node.value;
  return node.type === "JSXAttribute" && node.value ? textOf(node.value) : "";
}

const shown = (text: string) => JSON.stringify(text.trim().slice(0, 60));

const curlyInCode: Rule = {
  law: "French written in code has its own apostrophe ’ and its no-break spaces",
  reason: "What a visitor reads is typeset: ’ not ', U+202F inside « » and before ; ! ? and %.",
  broken: (house) =>
    faults(
      house,
      (file) => within(file, ["app/", "components/", "lib/"]),
      (node, { path }) => {
        const written = markupOf(node);
        if (ESCAPE.test(written)) return `escape that nothing reads: ${shown(written)}`;
        const text = textOf(node);
        const fault = faultOf(text, !within(path, TERMINAL));
        return fault && `${fault}: ${shown(text)}`;
      },
    ),
  planted: [
    { "components/needs/card.tsx": "export const Card = () => <p>Qualifier l'innovation</p>;" },
    { "lib/enrolment/schema.ts": 'export const message = "Indiquez l\'adresse.";' },
    { "lib/enrolment/schema.ts": "export const message = `Il n'y a plus de place`;" },
    { "components/needs/card.tsx": "export const Card = () => <p>Une question ?</p>;" },
    { "lib/enrolment/schema.ts": 'export const message = "Cliquez sur « Envoyer ».";' },
    { "components/needs/card.tsx": 'export const Card = () => <Notice title="Vide\\u00A0: rien." />;' },
    { "components/needs/card.tsx": "export const Card = () => <p>Vide\\u00A0: rien.</p>;" },
  ],
  lawful: {
    "components/needs/card.tsx":
      "export const Card = () => <p>Qualifier l’innovation : où aller\u202F? «\u202FIci\u202F»</p>;",
    "lib/platform/db.ts": "throw new Error(\"the server's answer isn't known\"); const sql = `SELECT E'x' || 'd'`;",
  },
};

const curlyInContent: Rule = {
  law: "the texts of content/ have their curly apostrophes and no-break spaces",
  reason: "They are read as they are by whoever reuses them, and compared with what an editor typed.",
  broken: ({ files }) =>
    Object.entries(files)
      .filter(([file]) => /^content\/.*\.(md|ya?ml)$/.test(file))
      .flatMap(([file, text]) => {
        const at = [ELISION, SPACES, COLON].map((fault) => text.search(fault)).find((place) => place >= 0);
        return at === undefined ? [] : [`${file}:${lineAt(text, at)} ${shown(text.slice(at, at + 30))}`];
      }),
  planted: [
    { "content/pages/contact.md": "Écrivez à l'équipe." },
    { "content/figures.yaml": "statement: des élus qu'on interroge" },
    { "content/pages/contact.md": "Une adresse : celle de l’équipe." },
  ],
  lawful: { "content/pages/contact.md": "Écrivez à l’équipe.", "content/figures.yaml": "name: 'Le livre blanc'" },
};

export const typographyRules: Rule[] = [curlyInCode, curlyInContent];
