import type { ElementContent, Root as Html } from "hast";
import { LRUCache } from "lru-cache";
import type { List, ListItem, Root as Markdown, Nodes, Paragraph, PhrasingContent, RootContent } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { dateLeaf, element, words } from "#lib/mail/look";
import { MAIL_STYLES, type MailTemplate, type MailVariables } from "#lib/mail/schema";
import { SITE_NAME } from "#lib/platform/site-name";

const VARIABLE = /\{(\w+)\}/g;
const NO_BREAK = "\u00A0";
/** Longest value in a subject, in characters: a list of messages shows fewer. */
const LONGEST_IN_SUBJECT = 80;

const ADDRESS = /(\{\w+Url\})/;

/**
 * What people write for a message and its meaning: no HTML, no image, no code. What looks like them stays as typed,
 * so that no message shows less than its text.
 */
const LEFT_AS_TYPED = [
  "codeFenced",
  "codeIndented",
  "codeText",
  "definition",
  "htmlFlow",
  "htmlText",
  "labelStartImage",
];

/** Where a link of a template may lead: other schemes run or hold what nobody sees. */
const SAFE_TARGET = /^(?:https?:\/\/|mailto:|tel:|\{\w*Url\}$)/i;

const isSafe = (node: Nodes): boolean =>
  (node.type !== "link" || SAFE_TARGET.test(node.url)) && (!("children" in node) || node.children.every(isSafe));

export const hasSafeLinks = (body: string): boolean => isSafe(parser.parse(body));

function given(name: string, variables: MailVariables): string | readonly string[] {
  const value = variables[name];
  if (value === undefined) throw new Error(`A mail template names an unknown variable: ${name}.`);
  return value;
}

/**
 * Replaces each {variable} of our own text by its value, in one pass:
 * what stands between braces in a value is left as it is.
 * @throws Error when the text names a variable that is not given
 */
const substitute = (text: string, variables: MailVariables): string =>
  text.replace(VARIABLE, (_, name: string) => [given(name, variables)].flat().join(", "));

function shortened(value: string): string {
  if (value.length <= LONGEST_IN_SUBJECT) return value;
  const cut = value.slice(0, LONGEST_IN_SUBJECT);
  const space = cut.lastIndexOf(" ");
  return `${cut.slice(0, space > LONGEST_IN_SUBJECT / 2 ? space : undefined).replace(/(?<![\s\p{P}])[\s\p{P}]+$/u, "")}…`;
}

const inSubject = (variables: MailVariables): MailVariables =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, typeof value === "string" ? shortened(value) : value]),
  );

const paragraph = (value: string): Paragraph => ({ type: "paragraph", children: [words(value)] });

/** An address stands on the second line of what leads somewhere. */
function entry(value: string): Paragraph {
  const [text = "", url] = value.split("\n");
  if (url === undefined) return paragraph(text);
  const link: PhrasingContent = { type: "link", url, children: [words(url)] };
  return { type: "paragraph", children: [words(text), { type: "break" }, link] };
}

function listIn(node: Nodes, variables: MailVariables): List[] | undefined {
  if (node.type !== "paragraph") return undefined;
  const [only, ...others] = node.children;
  const name = only?.type === "text" && !others.length && /^\s*\{(\w+)\}\s*$/.exec(only.value)?.[1];
  const value = name && given(name, variables);
  if (!Array.isArray(value)) return undefined;
  const children = value.map((one: string): ListItem => ({ type: "listItem", children: [entry(one)] }));
  return children.length ? [{ type: "list", spread: false, children }] : [];
}

function linked(text: string, variables: MailVariables): PhrasingContent[] {
  const parts = text.split(ADDRESS).filter(Boolean);
  return parts.map((part) => {
    const value = words(substitute(part, variables));
    return ADDRESS.test(part) ? { type: "link", url: value.value, children: [value] } : value;
  });
}

function fill(node: Nodes, variables: MailVariables, inLink = false): Nodes[] {
  if (node.type === "text") return inLink ? [words(substitute(node.value, variables))] : linked(node.value, variables);
  const list = listIn(node, variables);
  if (list) return list;
  if (!("children" in node)) return [node];
  const filled = {
    ...node,
    children: node.children.flatMap((child) => fill(child, variables, inLink || node.type === "link")),
  } as Nodes;
  if (!isSafe(node) && filled.type === "link") return filled.children;
  return [filled.type === "link" ? { ...filled, url: substitute(filled.url, variables) } : filled];
}

function address(label: string, url: string, alone: boolean): string {
  if (label === url) return url;
  return alone ? `${label}${NO_BREAK}: ${url}` : `${label} (${url})`;
}

function inline(node: Nodes, alone = false): string {
  if (node.type === "break") return "\n";
  if (node.type === "link") return address(node.children.map((child) => inline(child)).join(""), node.url, alone);
  if ("children" in node) return node.children.map((child) => inline(child, node.children.length === 1)).join("");
  return "value" in node ? node.value : "";
}

const prefixed = (text: string, first: string, others = first) =>
  text
    .split("\n")
    .map((line, rank) => `${rank ? others : first}${line}`.trimEnd())
    .join("\n");

function listed({ ordered, start, children }: List): string {
  const marks = children.map((_, rank) => (ordered ? `${(start ?? 1) + rank}. ` : "- "));
  return children
    .map((item, rank) => {
      const mark = marks[rank] ?? "";
      return prefixed(item.children.map(block).join("\n"), mark, " ".repeat(mark.length));
    })
    .join("\n");
}

function block(node: RootContent): string {
  switch (node.type) {
    case "list":
      return listed(node);
    case "blockquote":
      return prefixed(node.children.map(block).join("\n\n"), "> ");
    case "heading":
      return `${inline(node)}\n${(node.depth === 1 ? "=" : "-").repeat(Math.min(inline(node).length, 60))}`;
    case "thematicBreak":
      return "* * *";
    default:
      return inline(node);
  }
}

const NAME = element("p", { style: MAIL_STYLES.name }, [words(SITE_NAME)]);
/** A whole document in the reader's own colours, light or dark, but for what brings its own ground. */
function page(title: string, leaf: ElementContent[], content: Html): Html {
  const head = [
    element("meta", { charSet: "utf-8" }),
    element("meta", { name: "viewport", content: "width=device-width" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("title", {}, [words(title)]),
  ];
  const body = content.children.filter((child) => child.type !== "doctype");
  return {
    type: "root",
    children: [
      { type: "doctype" },
      element("html", { lang: "fr" }, [
        element("head", {}, head),
        element("body", { style: MAIL_STYLES.body }, [element("main", {}, [NAME, ...leaf, ...body])]),
      ]),
    ],
  };
}

const parser = unified()
  .use(remarkParse)
  .data("micromarkExtensions", [{ disable: { null: LEFT_AS_TYPED } }]);
/** Texts are few, and written to many: each is read once. */
const read = new LRUCache<string, Markdown>({ max: 50 });
const styled = <N extends Nodes>(node: N, style: string) => Object.assign(node, { data: { hProperties: { style } } });

/** The link that stands alone and acts is the button of the message, and its only one. */
function withButton(tree: Markdown): Markdown {
  const alone = tree.children.flatMap((node) =>
    node.type === "paragraph" && node.children.length === 1 ? node.children : [],
  );
  const acts = alone.find((node) => node.type === "link" && !/^\{(?:webinar|programme)Url\}$/.test(node.url));
  if (acts) styled(acts, MAIL_STYLES.button);
  return tree;
}

function parsed(body: string, signature: string): Markdown {
  const key = `${body}\n\n${signature}`;
  const known = read.get(key);
  if (known) return known;
  const tree = withButton(parser.parse(body));
  tree.children.push(...parser.parse(signature).children.map((node) => styled(node, MAIL_STYLES.signature)));
  read.set(key, tree);
  return tree;
}

const toHtml = unified().use(remarkRehype);
const writer = unified().use(rehypeStringify);

/**
 * Makes the two forms of a message.
 * @param variables plain text: neither Markdown, HTML nor braces are read in them. A list whose variable stands alone in
 * its paragraph becomes a bullet list.
 * @param frame.signature Markdown, last @param frame.dated whether the day of the session stands first
 * @returns subject on one line, text with the addresses written out, complete HTML document
 */
export function renderMail(
  template: MailTemplate,
  variables: MailVariables,
  { signature = "", dated = false }: { signature?: string; dated?: boolean } = {},
): { subject: string; text: string; html: string } {
  const subject = substitute(template.subject, inSubject(variables))
    .replaceAll("\u2060", "")
    .replace(/(?<!\s)\s*[\r\n]\s*/g, " ");
  const [content] = fill(parsed(template.body, signature), variables) as [Markdown];
  const text = `${content.children.map(block).join("\n\n")}\n`;
  const html = writer.stringify(page(subject, dated ? dateLeaf(variables) : [], toHtml.runSync(content)));
  return { subject, text, html };
}
