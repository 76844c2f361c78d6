import { useEffect, useReducer, useRef, useState } from "react";
import { LinkPanel } from "#components/back-office/rich-text/link-panel";
import { type Field, type Opened, openChips, openText } from "#components/back-office/rich-text/opening";
import { ReferencePanel } from "#components/back-office/rich-text/reference-panel";
import { LAYOUT, type Tool, Toolbar } from "#components/back-office/rich-text/toolbar";
import { controlStyle } from "#components/forms/field";
import type { FormAction } from "#lib/forms/state";

const NO_CHIP: readonly string[] = [];

const inserting = (name: string): Tool => ({
  label: name,
  act: (editor) => editor.chain().focus().insertContent({ type: "chip", attrs: { name } }).run(),
});

export type RichTextEditorProps = {
  field: Field;
  id: string;
  label: string;
  describedBy: string | undefined;
  isInvalid: boolean;
  /** Finds pages to which it may lead; absent from a text without layout. */
  search?: FormAction | undefined;
  /** The names that stand whole in a text without layout. */
  chips?: readonly string[] | undefined;
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
  chips = NO_CHIP,
  onSource,
  onOpen,
  onStale,
}: RichTextEditorProps) {
  const isLine = field instanceof HTMLInputElement;
  const place = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [panel, setPanel] = useState<"link" | "reference" | null>(null);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const told = useRef({ onSource, onOpen, onStale });
  told.current = { onSource, onOpen, onStale };
  useEffect(() => {
    if (!place.current) return;
    const attributes = {
      id,
      role: "textbox",
      // What a browser translates there would be taken for what somebody types.
      translate: "no",
      "aria-multiline": String(!isLine),
      "aria-label": label,
      ...(describedBy && { "aria-describedby": describedBy }),
      ...(isInvalid && { "aria-invalid": "true" }),
      class: `notranslate ${search ? "prose" : ""} ${isLine ? "" : "min-h-40"} whitespace-pre-wrap wrap-anywhere ${controlStyle}`,
    };
    const opening = { field, place: place.current, attributes };
    const made = search ? openText(opening, search) : openChips(opening, chips);
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
  }, [field, id, label, describedBy, isInvalid, search, chips, isLine]);
  const leading: Tool[] = [
    { label: "Insérer…", act: () => setPanel("reference"), isOffered: (one) => !one.isActive("codeBlock") },
    { label: "Lien", act: () => setPanel("link"), isOn: (one) => one.isActive("link") },
  ];
  const source: Tool = { label: "Texte brut", act: () => onSource("asked") };
  return (
    <>
      {opened && (
        <Toolbar
          editor={opened.editor}
          label={`${search ? "Mise en forme" : "Insérer"}\u00A0: ${label}`}
          tools={[...(search ? [...LAYOUT, ...leading] : chips.map(inserting)), source]}
        />
      )}
      {opened && search && panel === "link" && (
        <LinkPanel editor={opened.editor} id={id} search={search} onDone={() => setPanel(null)} />
      )}
      {opened && search && panel === "reference" && (
        <ReferencePanel editor={opened.editor} id={id} search={search} onDone={() => setPanel(null)} />
      )}
      <div ref={place} />
    </>
  );
}
