"use client";

import { type ComponentType, useEffect, useRef, useState } from "react";
import type { RichTextEditorProps } from "#components/back-office/rich-text/editor";
import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { useMayAct } from "#components/forms/may-act";
import { errorOf, type FormAction, type FormState, textValue } from "#lib/forms/state";

type Props = FieldProps & { state: FormState; initial?: string; rows: number; search: FormAction };

/** A text with its layout: a field of Markdown, over which the editor of texts opens once it is there. */
export function RichTextField({ state, initial, rows, search, ...own }: Props) {
  const { name, label, hint, required } = own;
  const error = errorOf(state, name);
  const mayAct = useMayAct();
  const field = useRef<HTMLTextAreaElement>(null);
  const [RichTextEditor, setEditor] = useState<ComponentType<RichTextEditorProps> | null>(null);
  const [opening, setOpening] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const [source, setSource] = useState<"asked" | "unheld" | null>(null);
  useEffect(() => {
    let isThere = true;
    void import("#components/back-office/rich-text/editor").then((module) => {
      const show = () => isThere && setEditor(() => module.RichTextEditor);
      // What is being typed in is not taken away.
      if (document.activeElement === field.current) field.current?.addEventListener("blur", show, { once: true });
      else show();
    });
    return () => {
      isThere = false;
    };
  }, []);
  const attributes = described(name, hint, error);
  const isRich = mayAct && RichTextEditor !== null && source === null;
  const isHidden = isRich && isOpen;
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
          Mise en forme
        </button>
      )}
      {source === "unheld" && (
        <p className="mb-1.5 text-muted">
          Ce texte a une mise en forme que l’éditeur ne montre pas{"\u00A0"}: il s’écrit ici en texte brut.
        </p>
      )}
      <textarea
        {...attributes}
        id={isHidden ? `${name}-source` : name}
        ref={field}
        hidden={isHidden}
        rows={rows}
        defaultValue={textValue(state, name, initial)}
        required={required}
        className={controlStyle}
      />
    </LabelledField>
  );
}
