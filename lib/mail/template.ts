import type { ElementContent, Root as Html } from "hast";
import type { Root as Markdown, Nodes, RootContent } from "mdast";
import rehypeStringify from "rehype-stringify";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { MailTemplate, MailVariables } from "#lib/mail/schema";

const VARIABLE = /\{(\w+)\}/g;
const NO_BREAK = "\u00A0";

/**
 * Replaces each {variable} of our own text by its value, in one pass:
 * what stands between braces in a value is left as it is.
 * @throws Error when the text names a variable that is not given
 */
function substitute(text: string, variables: MailVariables): string {
  return text.replace(VARIABLE, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`A mail template names an unknown variable: ${name}.`);
    return value;
  });
}

/** Fills the leaves of the parsed template, so that a value is never read as Markdown. */
function fill<N extends Nodes>(node: N, variables: MailVariables): N {
  if (node.type === "text") return { ...node, value: substitute(node.value, variables) };
  if (!("children" in node)) return node;
  const children = node.children.map((child) => fill(child, variables));
  if (node.type === "link") return { ...node, url: substitute(node.url, variables), children };
  return { ...node, children };
}

function inline(node: Nodes): string {
  if (node.type === "break") return "\n";
  if (node.type === "link") return `${node.children.map(inline).join("")}${NO_BREAK}: ${node.url}`;
  if ("children" in node) return node.children.map(inline).join("");
  return "value" in node ? node.value : "";
}

function block(node: RootContent): string {
  if (node.type === "list") return node.children.map((item) => `- ${item.children.map(block).join("\n  ")}`).join("\n");
  return inline(node);
}

const STYLE = "max-width:36rem;margin:0 auto;padding:1rem;font:1rem/1.6 system-ui,-apple-system,'Segoe UI',sans-serif";

const element = (tagName: string, properties: Record<string, string>, children: ElementContent[] = []) =>
  ({ type: "element", tagName, properties, children }) as const;
const words = (value: string) => ({ type: "text", value }) as const;

/** A whole document in the reader's own colours, light or dark: it names none. */
function page(title: string, content: Html): Html {
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
        element("body", { style: STYLE }, [element("main", {}, body)]),
      ]),
    ],
  };
}

const parser = unified().use(remarkParse);
const toHtml = unified().use(remarkRehype);
const writer = unified().use(rehypeStringify);

/**
 * Makes the two forms of a message.
 * @param variables plain text: neither Markdown, HTML nor braces are read in them
 * @returns subject on one line, text with the addresses written out, complete HTML document
 */
export function renderMail(
  template: MailTemplate,
  variables: MailVariables,
): { subject: string; text: string; html: string } {
  const subject = substitute(template.subject, variables).replace(/\s*[\r\n]+\s*/g, " ");
  const content: Markdown = fill(parser.parse(template.body), variables);
  const text = `${content.children.map(block).join("\n\n")}\n`;
  return { subject, text, html: writer.stringify(page(subject, toHtml.runSync(content))) };
}
