import { Editor } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { useEffect, useReducer, useRef, useState } from "react";
import { EXTENSIONS } from "#components/back-office/rich-text/extensions";
import { LinkPanel } from "#components/back-office/rich-text/link-panel";
import { Toolbar } from "#components/back-office/rich-text/toolbar";
import { controlStyle } from "#components/forms/field";
import type { FormAction } from "#lib/forms/state";
import { pastedDocument } from "#lib/rich-text/pasted";
import type { RichNode } from "#lib/rich-text/schema";
import { type Edited, openSource, sourceOf } from "#lib/rich-text/source";

type Opened = { editor: Editor; close: () => void };

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

/**
 * Opens a field of the form in the editor of texts: the field stays what the form sends, and is written again only once
 * something was changed.
 * @returns null when its text holds what the editor does not
 */
function open(field: HTMLTextAreaElement, place: HTMLElement, attributes: Record<string, string>): Opened | null {
  const original = field.value;
  const opened = openSource(original);
  if (!opened) return null;
  let isHeld = true;
  const editor = new Editor({
    element: place,
    injectCSS: false,
    extensions: EXTENSIONS,
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
    const value = doc.eq(first) ? original : sourceOf(edited, opened);
    if (value === field.value) return;
    field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  return { editor, close: () => editor.destroy() };
}

export type RichTextEditorProps = {
  field: HTMLTextAreaElement;
  id: string;
  label: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  search: FormAction;
  /** Its text is written as it is from now on: asked for, or because the editor does not hold it. */
  onSource: (why: "asked" | "unheld") => void;
  onOpen: () => void;
  /** Its text was changed from elsewhere: the editor is to be opened anew. */
  onStale: () => void;
};

export function RichTextEditor({
  field,
  id,
  label,
  describedBy,
  isInvalid,
  search,
  onSource,
  onOpen,
  onStale,
}: RichTextEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [isLinking, setLinking] = useState(false);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const told = useRef({ onSource, onOpen, onStale });
  told.current = { onSource, onOpen, onStale };
  useEffect(() => {
    if (!place.current) return;
    const made = open(field, place.current, {
      id,
      role: "textbox",
      // What a browser translates there would be taken for what somebody types.
      translate: "no",
      "aria-multiline": "true",
      "aria-label": label,
      ...(describedBy && { "aria-describedby": describedBy }),
      ...(isInvalid && { "aria-invalid": "true" }),
      class: `notranslate prose min-h-40 whitespace-pre-wrap wrap-anywhere ${controlStyle}`,
    });
    if (!made) return told.current.onSource("unheld");
    made.editor.on("transaction", redraw);
    setOpened(made);
    told.current.onOpen();
    let written = field.value;
    const note = () => {
      written = field.value;
    };
    const reread = () => {
      if (field.value !== written) told.current.onStale();
    };
    field.addEventListener("input", note);
    const { form } = field;
    const onReset = () => setTimeout(reread);
    form?.addEventListener("input", reread);
    form?.addEventListener("reset", onReset);
    return () => {
      field.removeEventListener("input", note);
      form?.removeEventListener("input", reread);
      form?.removeEventListener("reset", onReset);
      setOpened(null);
      made.close();
    };
  }, [field, id, label, describedBy, isInvalid]);
  return (
    <>
      {opened && (
        <Toolbar
          editor={opened.editor}
          label={label}
          onLink={() => setLinking(true)}
          onSource={() => onSource("asked")}
        />
      )}
      {opened && isLinking && (
        <LinkPanel editor={opened.editor} id={id} search={search} onDone={() => setLinking(false)} />
      )}
      <div ref={place} />
    </>
  );
}
