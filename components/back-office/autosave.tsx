"use client";

import { useEffect, useRef, useState } from "react";
import { KEPT } from "#components/forms/leave-guard";
import { type FormAction, type FormState, IDLE, textValue } from "#lib/forms/state";
import type { AutosaveAnswer } from "#lib/revisions/schema";

const QUIET_MS = 1_500;
const RETRY_MS = 10_000;

const OFFLINE = "Hors ligne\u00A0: ce que vous écrivez est gardé dans ce navigateur.";
const WORDS = {
  conflict: "Quelqu’un a enregistré cette fiche entre-temps. Enregistrez pour comparer vos deux textes.",
  "signed-out":
    "Votre session a pris fin\u00A0: ce que vous écrivez est gardé dans ce navigateur. Connectez-vous dans un autre onglet.",
  untitled: "Donnez un titre\u00A0: ce que vous écrivez est gardé dans ce navigateur.",
  gone: "Cette fiche n’existe plus\u00A0: ce que vous écrivez est gardé dans ce navigateur.",
} as const;

type Entries = [string, string][];
type LocalCopy = { entries: Entries; version: string };

const entriesOf = (form: HTMLFormElement, names: ReadonlySet<string>): Entries =>
  [...new FormData(form)].flatMap(
    ([name, value]): Entries => (names.has(name) && typeof value === "string" ? [[name, value]] : []),
  );

const control = (form: HTMLFormElement, name: string): string => {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found.value : "";
};
/** Where the text of a form is kept: until it is stored, what is new has no name that its next page would know. */
const placeOf = (form: HTMLFormElement): string =>
  `brouillon:${control(form, "noun")}:${control(form, "version") === "0" ? "nouveau" : control(form, "id")}`;

/** A browser that keeps nothing, or is full, loses only what it would have kept. */
function keepHere(place: string, copy: LocalCopy | null): void {
  try {
    if (copy) localStorage.setItem(place, JSON.stringify(copy));
    else localStorage.removeItem(place);
  } catch {}
}

function keptHere(place: string): LocalCopy | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null");
  } catch {
    return null;
  }
}

type Answer = AutosaveAnswer | { status: "signed-out" };

function answerOf(state: FormState): Answer | null {
  if (state.status === "invalid" && state.formError) return { status: "signed-out" };
  const status = textValue(state, "status") as AutosaveAnswer["status"];
  if (status === "saved") return { status, version: textValue(state, "version"), hour: textValue(state, "hour") };
  return status in WORDS ? { status } : null;
}

/** Puts back what was typed, in the fields of a form. */
function fill(form: HTMLFormElement, names: ReadonlySet<string>, entries: Entries): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && /^(checkbox|radio)$/.test(field.type) && names.has(field.name)) {
      field.checked = entries.some(([name, value]) => name === field.name && value === field.value);
    } else if (
      (field instanceof HTMLInputElement ||
        field instanceof HTMLTextAreaElement ||
        field instanceof HTMLSelectElement) &&
      names.has(field.name)
    ) {
      field.value = entries.find(([name]) => name === field.name)?.[1] ?? "";
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

type Props = {
  action: FormAction;
  /** Names of the fields that are saved. */
  names: readonly string[];
  /** What the form was last answered: while it shows two texts, nothing is saved by itself. */
  answer: FormState;
  onKept: (version: string) => void;
};

/** In a form: saves what is typed, here until the server has it, and says so. */
export function Autosave({ action, names, answer, onKept }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [told, setTold] = useState("");
  const [found, setFound] = useState<LocalCopy | null>(null);
  const key = useRef("");
  const latest = useRef({ action, answer, onKept });
  latest.current = { action, answer, onKept };
  const fieldNames = names.join("\n");

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const saved = new Set(fieldNames.split("\n"));
    key.current = placeOf(form);
    const listening = new AbortController();
    const on = { signal: listening.signal };
    let timer: number | undefined;
    let saving = false;
    let acknowledged = JSON.stringify(entriesOf(form, saved));

    const left = keptHere(key.current);
    if (left && JSON.stringify(left.entries) !== acknowledged) setFound(left);
    else keepHere(key.current, null);

    const later = (delay: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void save(), delay);
    };

    async function save(): Promise<void> {
      if (!form || saving || textValue(latest.current.answer, "storedVersion")) return;
      const entries = entriesOf(form, saved);
      const text = JSON.stringify(entries);
      if (text === acknowledged) return;
      saving = true;
      const answered = await latest.current.action(IDLE, new FormData(form)).then(answerOf, () => null);
      saving = false;
      if (listening.signal.aborted) return;
      if (answered?.status === "saved") {
        acknowledged = text;
        latest.current.onKept(answered.version);
        setTold(`Enregistré à ${answered.hour}`);
        if (JSON.stringify(entriesOf(form, saved)) !== text) return later(QUIET_MS);
        keepHere(key.current, null);
        form.dispatchEvent(new Event(KEPT));
        return;
      }
      setTold(answered ? WORDS[answered.status] : OFFLINE);
      if (!answered || answered.status === "signed-out") later(RETRY_MS);
    }

    const typed = () => {
      keepHere(key.current, { entries: entriesOf(form, saved), version: control(form, "version") });
      if (!navigator.onLine) setTold(OFFLINE);
      later(QUIET_MS);
    };
    form.addEventListener("input", typed, on);
    form.addEventListener("submit", () => clearTimeout(timer), on);
    window.addEventListener("online", () => later(0), on);
    return () => {
      listening.abort();
      clearTimeout(timer);
    };
  }, [fieldNames]);

  const takeBack = () => {
    const form = place.current?.closest("form");
    if (!form || !found) return;
    onKept(found.version);
    fill(form, new Set(names), found.entries);
    setFound(null);
  };
  const forget = () => {
    keepHere(key.current, null);
    setFound(null);
  };
  return (
    <div ref={place} className="min-w-0 grow basis-60">
      <p aria-live="polite" className="text-muted">
        {told}
      </p>
      {found && (
        <div className="flex flex-wrap items-center gap-x-4">
          <p className="font-semibold">Un texte que le serveur n’a pas reçu est gardé dans ce navigateur.</p>
          <button type="button" onClick={takeBack} className="min-h-11 cursor-pointer font-semibold underline">
            Le reprendre
          </button>
          <button type="button" onClick={forget} className="min-h-11 cursor-pointer underline">
            L’oublier
          </button>
        </div>
      )}
    </div>
  );
}
