"use client";

import { type ChangeEvent, useEffect, useId, useState } from "react";
import { controlStyle } from "#components/forms/field";
import { useMayAct } from "#components/forms/may-act";
import { decoded, isText } from "#lib/files/decoding/rules";
import { quoted } from "#lib/platform/text";

const LARGEST_BYTES = 4_000_000;
const TOO_LARGE = "Ce fichier est trop lourd pour du texte\u00A0: rien n’a changé.";
const NOT_TEXT = "Ce fichier n’est pas du texte\u00A0: rien n’a changé.";

type Props = {
  /** The field of the same form that takes its words. */
  name: string;
  label: string;
  accept: string;
};

/** A file whose words go in a field, where they are read again before they are saved: it is not sent itself. */
export function TextFile({ name, label, accept }: Props) {
  const id = useId();
  const mayAct = useMayAct();
  const [isThere, setThere] = useState(false);
  const [told, setTold] = useState("");
  const [before, setBefore] = useState<string | null>(null);
  useEffect(() => setThere(true), []);
  if (!isThere || !mayAct) return null;

  const put = (form: HTMLFormElement | null, text: string): string | null => {
    const field = form?.elements.namedItem(name);
    if (!(field instanceof HTMLTextAreaElement)) return null;
    const former = field.value;
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return former;
  };
  const bring = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (!file) return;
    const bytes = file.size <= LARGEST_BYTES ? new Uint8Array(await file.arrayBuffer()) : null;
    target.value = "";
    if (!bytes) return setTold(TOO_LARGE);
    if (!isText(bytes)) return setTold(NOT_TEXT);
    setBefore(put(target.form, decoded(bytes)));
    setTold(`Le texte de ${quoted(file.name)} est dans le champ\u00A0: relisez-le avant d’enregistrer.`);
  };
  return (
    <div className="mb-1.5">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="file" accept={accept} onChange={bring} className={controlStyle} />
      <p aria-live="polite">{told}</p>
      {before && (
        <button
          type="button"
          onClick={({ currentTarget }) => {
            put(currentTarget.form, before);
            setBefore(null);
            setTold("Le texte d’avant est revenu.");
          }}
          className="min-h-11 cursor-pointer font-semibold underline"
        >
          Remettre le texte d’avant
        </button>
      )}
    </div>
  );
}
