"use client";

import { type ComponentType, type Ref, useEffect, useRef, useState } from "react";
import type { RichTextEditorProps } from "#components/back-office/rich-text/editor";
import type { Field } from "#components/back-office/rich-text/opening";
import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { useMayAct } from "#components/forms/may-act";
import { errorOf, type FormAction, type FormState, textValue } from "#lib/forms/state";

type Props = FieldProps & {
  state: FormState;
  initial?: string;
  /** Absent, it is one line. */
  rows?: number;
  /** Finds pages to which a text with its layout may lead. */
  search?: FormAction;
  /** The names that stand whole in a text without layout. */
  chips?: readonly string[];
};

/** A text as its readers will have it: a field of plain words, over which its editor opens once it is there. */
export function RichTextField({ state, initial, rows, search, chips, ...own }: Props) {
  const { name, label, hint, required } = own;
  const error = errorOf(state, name);
  const mayAct = useMayAct();
  const field = useRef<Field>(null);
  const [RichTextEditor, setEditor] = useState<ComponentType<RichTextEditorProps> | null>(null);
  const [opening, setOpening] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [source, setSource] = useState<"asked" | "unheld" | null>(null);
  useEffect(() => {
    const waiting = new AbortController();
    void import("#components/back-office/rich-text/editor").then((module) => {
      if (waiting.signal.aborted) return;
      // What is being typed in is not taken away, and a press that leaves it ends on the button where it began.
      const show = () => {
        if (document.activeElement === field.current) return;
        waiting.abort();
        setEditor(() => module.RichTextEditor);
      };
      for (const end of ["click", "keyup"]) document.addEventListener(end, show, waiting);
      show();
    });
    return () => waiting.abort();
  }, []);
  const attributes = described(name, hint, error);
  const isRich = mayAct && RichTextEditor !== null && source === null;
  const isHidden = isRich && isOpen;
  const plain = {
    ...attributes,
    id: isHidden ? `${name}-source` : name,
    hidden: isHidden,
    defaultValue: textValue(state, name, initial),
    required,
    className: controlStyle,
  };
  return (
    <LabelledField {...own} error={error}>
      {isRich && field.current && (
        <RichTextEditor
          key={opening}
          field={field.current}
          id={name}
          label={label}
          describedBy={attributes["aria-describedby"]}
          isInvalid={error !== undefined}
          search={search}
          chips={chips}
          onOpen={() => setOpen(true)}
          onStale={() => setOpening(opening + 1)}
          onSource={(why) => {
            setOpen(false);
            setSource(why);
          }}
        />
      )}
      {source === "asked" && (
        <button
          type="button"
          onClick={() => setSource(null)}
          className="mb-1.5 min-h-9 cursor-pointer rounded border border-control bg-surface px-2.5 text-sm hover:border-brand"
        >
          {search ? "Mise en forme" : "Montrer ce qui s’insère"}
        </button>
      )}
      {source === "unheld" && (
        <p className="mb-1.5 text-muted">
          Ce texte a une mise en forme que l’éditeur ne montre pas{"\u00A0"}: il s’écrit ici en texte brut.
        </p>
      )}
      {rows === undefined ? (
        <input type="text" {...plain} ref={field as Ref<HTMLInputElement>} />
      ) : (
        <textarea {...plain} ref={field as Ref<HTMLTextAreaElement>} rows={rows} />
      )}
    </LabelledField>
  );
}
