import { type Document, type Element, isTag } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";

/** Lenient, and blind to declared entities: nothing of a document can make it grow. */
export const parseXml = (text: string): Document => parseDocument(text, { xmlMode: true });

const localName = (element: Element) => element.name.slice(element.name.indexOf(":") + 1).toLowerCase();

/** Its children of some name, whatever their prefix. */
export const childrenOf = (parent: Document | Element, name: string): Element[] =>
  parent.children.filter(isTag).filter((child) => localName(child) === name);

export const rootOf = (document: Document): { name: string; root: Element } | null => {
  const root = document.children.find(isTag);
  return root ? { name: localName(root), root } : null;
};

/** What the first child of one of some names says; an empty one says nothing. */
export function textIn(parent: Element, ...names: string[]): string | null {
  for (const name of names) {
    const words = childrenOf(parent, name)
      .map(DomUtils.textContent)
      .find((text) => text.trim());
    if (words) return words.trim();
  }
  return null;
}
