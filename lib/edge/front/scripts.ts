import { type Handler, Parser } from "htmlparser2";

/** Drawn with the framework's scripts; everything else leaves without them. */
const SCRIPTED = /^\/(administration|connexion|bienvenue)(\/|\?|$)/;
export const isScripted = (path: string): boolean => SCRIPTED.test(path);

const FRAMEWORK = "/_next/";

type Attributes = Readonly<Record<string, string>>;

const isOwn = ({ type, src }: Attributes) =>
  type === "application/ld+json" || (src !== undefined && !src.startsWith(FRAMEWORK));

const preloadsScript = ({ rel, as, href = "" }: Attributes) =>
  (rel === "modulepreload" || (rel === "preload" && as === "script")) && href.startsWith(FRAMEWORK);

const goes = (name: string, attributes: Attributes) =>
  name === "template" || (name === "script" ? !isOwn(attributes) : name === "link" && preloadsScript(attributes));

/** Where the framework's scripts would hang what comes later. */
const isPlaceholder = (name: string, { hidden, ...others }: Attributes) =>
  name === "div" && hidden !== undefined && Object.keys(others).every((other) => other === "id");

/** A whole document without what only the framework's scripts read. What stays is kept to the letter. */
export function withoutScripts(html: string): string {
  const cuts: { from: number; to: number }[] = [];
  let going: { name: string; from: number; depth: number } | null = null;
  let placeholder: number | null = null;
  const cut = (from: number) => {
    while (cuts.length > 0 && (cuts.at(-1)?.from ?? 0) >= from) cuts.pop();
    cuts.push({ from, to: html.indexOf(">", parser.endIndex) + 1 || html.length });
  };
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      if (going) going.depth += Number(going.name === name);
      else if (goes(name, attributes)) going = { name, from: parser.startIndex, depth: 1 };
      else placeholder = isPlaceholder(name, attributes) ? parser.startIndex : null;
    },
    ontext() {
      if (!going) placeholder = null;
    },
    oncomment() {
      if (!going) cut(parser.startIndex);
    },
    onclosetag(name) {
      if (going) {
        going.depth -= Number(going.name === name);
        if (going.depth > 0) return;
        cut(going.from);
        going = null;
      } else if (placeholder !== null) {
        cut(placeholder);
        placeholder = null;
      }
    },
  };
  const parser = new Parser(handler, { decodeEntities: false });
  parser.end(html);
  const kept: string[] = [];
  let at = 0;
  for (const { from, to } of cuts) {
    kept.push(html.slice(at, from));
    at = to;
  }
  return kept.join("") + html.slice(at);
}
