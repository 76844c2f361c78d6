"use client";

import { useEffect, useRef } from "react";
import { DespiteField, isDespiteAsked } from "#components/forms/despite-field";
import { SubmitButton } from "#components/forms/submit-button";
import { countWords, placeWords } from "#lib/editorial/labels";
import { DESPITE_ASKED, type Finding, isHarmful, readAnswer } from "#lib/editorial/schema";
import { type FormAction, type FormState, IDLE, textValue } from "#lib/forms/state";

const QUIET_MS = 1_000;

/** What is to be looked at again in a field. */
export function FieldFindings({ label, findings }: { label: string; findings: readonly Finding[] }) {
  if (!findings.length) return null;
  return (
    <ul aria-label={`À relire\u00A0: ${label}`} className="mt-2 grid gap-1 border-accent border-l-4 pl-3">
      {findings.map((finding) => (
        <li key={`${finding.check} ${finding.line} ${finding.message}`}>
          {isHarmful(finding) && <strong>Avant de publier{"\u00A0"}: </strong>}
          {placeWords(finding)}
        </li>
      ))}
    </ul>
  );
}

type Props = { findings: readonly Finding[]; check: FormAction; onFound: (findings: Finding[]) => void };

/** In a form: how much is to be looked at again; asks anew while somebody writes. An answer that does not come changes nothing. */
export function FindingsCount({ findings, check, onFound }: Props) {
  const place = useRef<HTMLParagraphElement>(null);
  const latest = useRef({ check, onFound });
  latest.current = { check, onFound };
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const listening = new AbortController();
    let timer: number | undefined;
    let asked = 0;
    const ask = async () => {
      asked += 1;
      const turn = asked;
      const answer = await latest.current.check(IDLE, new FormData(form)).catch(() => IDLE);
      const found = readAnswer(textValue(answer, "findings"));
      if (found && turn === asked && !listening.signal.aborted) latest.current.onFound(found);
    };
    const typed = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(), QUIET_MS);
    };
    form.addEventListener("input", typed, { signal: listening.signal });
    return () => {
      listening.abort();
      clearTimeout(timer);
    };
  }, []);
  return (
    <p ref={place} aria-live="polite" className="font-semibold empty:hidden">
      {countWords(findings.length, findings.filter(isHarmful).length)}
    </p>
  );
}

/** Publishes what harms readers, once somebody said why. */
export function PublishDespite({ state }: { state: FormState }) {
  if (!isDespiteAsked(state)) return null;
  return (
    <fieldset className="grid gap-4 rounded-card border-2 border-danger bg-surface p-5">
      <legend className="font-semibold">Publier quand même</legend>
      <DespiteField state={state} />
      <SubmitButton look="secondary" name="step" value={textValue(state, DESPITE_ASKED) || "publish"}>
        Publier quand même
      </SubmitButton>
    </fieldset>
  );
}
