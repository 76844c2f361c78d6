import { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EXTENSIONS, plainExtensions, Reference, type Tell } from "#components/back-office/rich-text/extensions";
import { askTargets } from "#components/back-office/rich-text/link-panel";
import type { FormAction } from "#lib/forms/state";
import { chipDocument, chipText } from "#lib/rich-text/chips";
import { pastedDocument } from "#lib/rich-text/pasted";
import type { RichNode } from "#lib/rich-text/schema";
import { type Edited, openSource, sourceOf } from "#lib/rich-text/source";

export type Opened = { editor: Editor; close: () => void };

export type Field = HTMLTextAreaElement | HTMLInputElement;

/** A field of a form, and where its editor stands. */
type Place = { field: Field; place: HTMLElement; attributes: Record<string, string> };

/** The field stays what the form sends. */
function write(field: Field, value: string): void {
  if (value === field.value) return;
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts what is copied from elsewhere where the cursor stands, without its looks. */
function paste(editor: Editor, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!html || html.includes("data-pm-slice") || editor.isActive("codeBlock")) return false;
  const content = pastedDocument(html);
  if (!content.length) return false;
  const [only] = content;
  const isLine = content.length === 1 && only?.type === "paragraph";
  const inline = editor.isActive("table") ? content.flatMap(inlineOf) : isLine && only?.content;
  event.preventDefault();
  return editor.commands.insertContent(inline || content);
}

const inlineOf = (node: RichNode): RichNode[] =>
  node.type === "text" ? [node] : (node.content ?? []).flatMap(inlineOf);

const isEmpty = (node: Node) => node.type.name === "paragraph" && node.childCount === 0;

/** The words that references have today, each asked once; what is no longer published says so. */
function teller(search: FormAction): Tell {
  const told = new Map<string, Promise<string>>();
  const ask = async (href: string) => {
    const [target] = await askTargets(search, { named: href });
    return target?.title ?? "(n’est plus publié)";
  };
  return (href, show) => {
    const words = told.get(href) ?? ask(href);
    told.set(href, words);
    show("…");
    void words.then(show);
  };
}

/**
 * Opens a field of the form in the editor of texts: the field stays what the form sends, and is written again only once
 * something was changed.
 * @returns null when its text holds what the editor does not
 */
export function openText({ field, place, attributes }: Place, search: FormAction): Opened | null {
  const original = field.value;
  const opened = openSource(original);
  if (!opened) return null;
  let isHeld = true;
  const editor = new Editor({
    element: place,
    injectCSS: false,
    extensions: [...EXTENSIONS, Reference.configure({ tell: teller(search) })],
    content: opened.document,
    enableContentCheck: true,
    onContentError: () => {
      isHeld = false;
    },
    editorProps: {
      attributes,
      // Tab leads out of the editor, as of any field; lists and tables have their buttons.
      handleDOMEvents: {
        keydown: (_view, event) => event.key === "Tab",
        // Before the page is given what was copied, whose styles its policy forbids.
        paste: (_view, event) => paste(editor, event),
      },
    },
  });
  if (!isHeld) {
    editor.destroy();
    return null;
  }
  const first = editor.state.doc;
  const ranks = new Map<Node, number>();
  let rank = 0;
  first.forEach((node) => {
    if (rank < opened.blocks.length) ranks.set(node, rank);
    rank += 1;
  });
  editor.on("update", () => {
    const { doc } = editor.state;
    const edited: Edited[] = [];
    doc.forEach((node) => {
      if (!isEmpty(node)) edited.push({ node: node.toJSON(), rank: ranks.get(node) ?? null });
    });
    write(field, doc.eq(first) ? original : sourceOf(edited, opened));
  });
  return { editor, close: () => editor.destroy() };
}

/** Where a text without layout is read on one line, what is brought from several lines stands on it. */
const onItsLine = (text: string, isLine: boolean) => (isLine ? text.replaceAll("\n", " ") : text);

/** Opens a field in the editor of messages: the letters of its text, and whole, the names that change with each reader. */
export function openChips({ field, place, attributes }: Place, names: readonly string[]): Opened {
  const original = field.value;
  const isLine = field instanceof HTMLInputElement;
  const editor = new Editor({
    element: place,
    injectCSS: false,
    extensions: plainExtensions(names),
    content: chipDocument(original, names),
    editorProps: {
      attributes,
      clipboardTextSerializer: ({ content }) => chipText({ content: content.toJSON() as RichNode[] }),
      handleDOMEvents: {
        keydown: (_view, event) => {
          if (event.key !== "Enter" || !isLine) return event.key === "Tab";
          event.preventDefault();
          return true;
        },
        paste: (_view, event) => {
          event.preventDefault();
          const text = onItsLine(event.clipboardData?.getData("text/plain").replace(/\r\n?/g, "\n") ?? "", isLine);
          const lines = chipDocument(text, names).content ?? [];
          const [only] = lines;
          return editor.commands.insertContent(lines.length === 1 ? (only?.content ?? []) : lines);
        },
      },
    },
  });
  const first = editor.state.doc;
  editor.on("update", () => {
    const { doc } = editor.state;
    write(field, doc.eq(first) ? original : chipText(doc.toJSON() as RichNode));
  });
  return { editor, close: () => editor.destroy() };
}
