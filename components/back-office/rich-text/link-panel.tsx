import type { Editor } from "@tiptap/core";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { controlStyle } from "#components/forms/field";
import { type FormAction, IDLE, textValue } from "#lib/forms/state";
import { type LinkTarget, readTargets } from "#lib/rich-text/schema";

const QUIET_MS = 300;
const FEWEST_LETTERS = 2;
const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|\/|#)/i;

export const PANEL_BUTTON = "min-h-11 cursor-pointer font-semibold underline";

type Props = { editor: Editor; id: string; search: FormAction; onDone: () => void };

/** @param asked `q`: words that pages answer; `named`: references, whose words of today are wanted */
export async function askTargets(search: FormAction, asked: { q: string } | { named: string }): Promise<LinkTarget[]> {
  const form = new FormData();
  for (const [name, value] of Object.entries(asked)) form.set(name, value);
  const answer = await search(IDLE, form).catch(() => IDLE);
  return readTargets(textValue(answer, "targets"));
}

/** The pages that answer what is typed, a moment after the last letter; null while nothing is looked for. */
export function useTargets(search: FormAction, typed: string, isSought = true): LinkTarget[] | null {
  const [targets, setTargets] = useState<LinkTarget[] | null>(null);
  useEffect(() => {
    setTargets(null);
    if (!isSought || typed.trim().length < FEWEST_LETTERS) return;
    let isLatest = true;
    const ask = () => void askTargets(search, { q: typed }).then((rows) => isLatest && setTargets(rows));
    const timer = setTimeout(ask, QUIET_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [typed, isSought, search]);
  return targets;
}

type TargetsProps = {
  targets: readonly LinkTarget[] | null | undefined;
  /** What is said when nothing answers. */
  none: string;
  onChoose: (target: LinkTarget) => void;
};

/** What answers the words of a panel, each with the nature of its page. */
export const Targets = ({ targets, none, onChoose }: TargetsProps) => (
  <div aria-live="polite">
    {targets?.length === 0 && <p>{none}</p>}
    {targets && targets.length > 0 && (
      <ul>
        {targets.map((target) => (
          <li key={target.href}>
            <button type="button" onClick={() => onChoose(target)} className={`${PANEL_BUTTON} text-left`}>
              {target.title}
            </button>{" "}
            <span className="text-muted">({target.kind})</span>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** Where a link leads: an address, or a page of the portal that is looked for by its words. */
export function LinkPanel({ editor, id, search, onDone }: Props) {
  const before = String(editor.getAttributes("link").href ?? "");
  const [typed, setTyped] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isAddress = ADDRESS.test(typed.trim());
  const targets = useTargets(search, typed, !isAddress);

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
          <button type="button" onClick={() => put(typed.trim(), typed.trim())} className={PANEL_BUTTON}>
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
            className={PANEL_BUTTON}
          >
            Retirer le lien
          </button>
        )}
        <button type="button" onClick={leave} className={PANEL_BUTTON}>
          Fermer
        </button>
      </div>
      <Targets
        targets={targets}
        none="Aucune page en ligne ne répond à ces mots."
        onChoose={({ href, title }) => put(href, title)}
      />
    </fieldset>
  );
}
