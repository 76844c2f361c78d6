import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { PANEL_BUTTON, Targets, useTargets } from "#components/back-office/rich-text/link-panel";
import { controlStyle } from "#components/forms/field";
import type { FormAction } from "#lib/forms/state";
import { isReferable } from "#lib/rich-text/references";

type Props = { editor: Editor; id: string; search: FormAction; onDone: () => void };

/** Puts a figure or a term in a text, as a reference: what it says is corrected where it is kept. */
export function ReferencePanel({ editor, id, search, onDone }: Props) {
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const targets = useTargets(search, typed)?.filter(({ href }) => isReferable(href));
  const leave = () => {
    editor.commands.focus();
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    // The form is not sent.
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
  };
  return (
    <fieldset onKeyDown={onKey} className="mb-1.5 rounded-lg border border-control p-3">
      <legend className="px-1 font-semibold">Insérer un chiffre ou un terme</legend>
      <label htmlFor={`${id}-reference`}>Quelques mots du chiffre, ou le terme du glossaire</label>
      <input
        ref={field}
        id={`${id}-reference`}
        type="text"
        maxLength={200}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={controlStyle}
      />
      <button type="button" onClick={leave} className={PANEL_BUTTON}>
        Fermer
      </button>
      <Targets
        targets={targets}
        none="Aucun chiffre ni terme en ligne ne répond à ces mots."
        onChoose={({ href }) => {
          editor.chain().focus().insertContent({ type: "reference", attrs: { href } }).run();
          onDone();
        }}
      />
    </fieldset>
  );
}
