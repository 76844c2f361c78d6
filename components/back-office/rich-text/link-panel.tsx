import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { controlStyle } from "#components/forms/field";
import { type FormAction, IDLE, textValue } from "#lib/forms/state";
import { type LinkTarget, readTargets } from "#lib/rich-text/schema";

const QUIET_MS = 300;
const FEWEST_LETTERS = 2;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/|#)/i;

type Props = { editor: Editor; id: string; search: FormAction; onDone: () => void };

async function found(search: FormAction, words: string): Promise<LinkTarget[]> {
  const form = new FormData();
  form.set("q", words);
  const answer = await search(IDLE, form).catch(() => IDLE);
  return readTargets(textValue(answer, "targets"));
}

/** Where a link leads: an address, or a page of the portal that is looked for by its words. */
export function LinkPanel({ editor, id, search, onDone }: Props) {
  const before = String(editor.getAttributes("link").href ?? "");
  const [typed, setTyped] = useState(before);
  const [targets, setTargets] = useState<LinkTarget[] | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isAddress = ADDRESS.test(typed.trim());
  useEffect(() => {
    setTargets(null);
    if (isAddress || typed.trim().length < FEWEST_LETTERS) return;
    let isLatest = true;
    const timer = setTimeout(() => void found(search, typed).then((rows) => isLatest && setTargets(rows)), QUIET_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [typed, isAddress, search]);

  const put = (href: string, words: string) => {
    const chain = editor.chain().focus().extendMarkRange("link");
    if (editor.state.selection.empty && !before)
      chain.insertContent({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onDone();
  };
  const leave = () => {
    editor.commands.focus();
    onDone();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") leave();
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (isAddress) put(typed.trim(), typed.trim());
  };
  const button = "min-h-11 cursor-pointer font-semibold underline";
  return (
    <fieldset onKeyDown={onKey} className="mb-1.5 rounded-lg border border-control p-3">
      <legend className="px-1 font-semibold">Lien</legend>
      <label htmlFor={`${id}-lien`}>Adresse, ou mots d’une page du portail</label>
      <input
        ref={field}
        id={`${id}-lien`}
        type="text"
        maxLength={2000}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className={controlStyle}
      />
      <div className="flex flex-wrap gap-x-4">
        {isAddress && (
          <button type="button" onClick={() => put(typed.trim(), typed.trim())} className={button}>
            Mettre le lien
          </button>
        )}
        {before && (
          <button
            type="button"
            onClick={() => {
              editor.chain().focus().extendMarkRange("link").unsetLink().run();
              onDone();
            }}
            className={button}
          >
            Retirer le lien
          </button>
        )}
        <button type="button" onClick={leave} className={button}>
          Fermer
        </button>
      </div>
      <div aria-live="polite">
        {targets?.length === 0 && <p>Aucune page en ligne ne répond à ces mots.</p>}
        {targets && targets.length > 0 && (
          <ul>
            {targets.map(({ title, kind, href }) => (
              <li key={href}>
                <button type="button" onClick={() => put(href, title)} className={`${button} text-left`}>
                  {title}
                </button>{" "}
                <span className="text-muted">({kind})</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  );
}
