import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useState } from "react";

export type Tool = {
  label: string;
  act: (editor: Editor) => void;
  /** Whether it is on where the cursor stands; absent for what is done once. */
  isOn?: (editor: Editor) => boolean;
  /** Absent where it can always be done. */
  isOffered?: (editor: Editor) => boolean;
};

const inTable = (editor: Editor) => editor.isActive("table");
const inList = (editor: Editor) => editor.isActive("listItem");
const heading = (label: string, level: 2 | 3 | 4): Tool => ({
  label,
  act: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive("heading", { level }),
});

export const LAYOUT: Tool[] = [
  {
    label: "Gras",
    act: (editor) => editor.chain().focus().toggleBold().run(),
    isOn: (editor) => editor.isActive("bold"),
  },
  {
    label: "Italique",
    act: (editor) => editor.chain().focus().toggleItalic().run(),
    isOn: (editor) => editor.isActive("italic"),
  },
  heading("Titre", 2),
  heading("Sous-titre", 3),
  {
    label: "Liste",
    act: (editor) => editor.chain().focus().toggleBulletList().run(),
    isOn: (editor) => editor.isActive("bulletList"),
  },
  {
    label: "Liste numérotée",
    act: (editor) => editor.chain().focus().toggleOrderedList().run(),
    isOn: (editor) => editor.isActive("orderedList"),
  },
  { label: "Décaler", act: (editor) => editor.chain().focus().sinkListItem("listItem").run(), isOffered: inList },
  { label: "Remonter", act: (editor) => editor.chain().focus().liftListItem("listItem").run(), isOffered: inList },
  {
    label: "Citation",
    act: (editor) => editor.chain().focus().toggleBlockquote().run(),
    isOn: (editor) => editor.isActive("blockquote"),
  },
  {
    label: "Tableau",
    act: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 2, withHeaderRow: true }).run(),
    isOffered: (editor) => !inTable(editor),
  },
  { label: "Ajouter une ligne", act: (editor) => editor.chain().focus().addRowAfter().run(), isOffered: inTable },
  { label: "Retirer la ligne", act: (editor) => editor.chain().focus().deleteRow().run(), isOffered: inTable },
  { label: "Ajouter une colonne", act: (editor) => editor.chain().focus().addColumnAfter().run(), isOffered: inTable },
  { label: "Retirer la colonne", act: (editor) => editor.chain().focus().deleteColumn().run(), isOffered: inTable },
  { label: "Retirer le tableau", act: (editor) => editor.chain().focus().deleteTable().run(), isOffered: inTable },
  { label: "Annuler", act: (editor) => editor.chain().focus().undo().run() },
  { label: "Rétablir", act: (editor) => editor.chain().focus().redo().run() },
];

const look =
  "min-h-9 cursor-pointer rounded border border-control bg-surface px-2.5 text-sm aria-pressed:bg-ink aria-pressed:text-paper hover:border-brand";

type Props = { editor: Editor; label: string; tools: readonly Tool[] };

/** One stop of the keyboard, whose buttons arrows go through (ARIA, toolbar pattern). */
export function Toolbar({ editor, label, tools: all }: Props) {
  const [current, setCurrent] = useState(0);
  const tools = all.filter(({ isOffered }) => isOffered?.(editor) ?? true);
  const stop = Math.min(current, tools.length - 1);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const places = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: tools.length - 1 };
    if (!(event.key in places)) return;
    event.preventDefault();
    const next = (places[event.key as keyof typeof places] + tools.length) % tools.length;
    setCurrent(next);
    event.currentTarget.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div role="toolbar" aria-label={label} onKeyDown={move} className="mb-1.5 flex flex-wrap gap-1">
      {tools.map(({ label: words, act, isOn }, rank) => (
        <button
          key={words}
          type="button"
          tabIndex={rank === stop ? 0 : -1}
          aria-pressed={isOn?.(editor)}
          onFocus={() => setCurrent(rank)}
          // A press of the mouse leaves the selection where it is.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            // At once: what is typed next belongs to the text.
            editor.view.focus();
            act(editor);
          }}
          className={look}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
