"use client";

import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { sendInParts } from "#components/back-office/media/sending";
import { controlStyle, described, type FieldProps, LabelledField } from "#components/forms/field";
import { errorOf, type FormAction, type FormState } from "#lib/forms/state";
import { weightWords } from "#lib/media/labels";
import { MEDIA_BYTES, TOO_LARGE } from "#lib/media/rules";

type Props = FieldProps & { state: FormState; accept: string; send: FormAction };

type Step =
  | { kind: "waiting" }
  | { kind: "sending"; of: number; bytes: number; isCut: boolean }
  /** `before`: what the form had answered by then. */
  | { kind: "sent"; file: string; before: FormState }
  | { kind: "refused"; words: string };

const CUT = "Le réseau est coupé\u00A0: l’envoi reprendra où il s’est arrêté.";
const nameOf = (file: string) => file.slice(file.indexOf("/") + 1);

/** A file, sent as soon as it is chosen or dropped; without scripts, with its form. */
export function UploadField({ state, accept, send, ...field }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [step, setStep] = useState<Step>({ kind: "waiting" });
  const latest = useRef({ step, state, posted: state, isAwaited: false, sending: new AbortController() });
  Object.assign(latest.current, { step, state });
  const error = errorOf(state, field.name);
  // What the server refused is chosen again.
  const sent = step.kind === "sent" && (!error || step.before === state) ? step.file : null;

  useEffect(() => {
    const form = input.current?.form;
    const { current } = latest;
    const listening = new AbortController();
    const on = { capture: true, signal: listening.signal };
    const wait = (event: SubmitEvent) => {
      current.posted = current.state;
      if (current.step.kind !== "sending") return;
      event.preventDefault();
      event.stopPropagation();
      current.isAwaited = true;
    };
    form?.addEventListener("submit", wait, on);
    // Emptied after an answer that refuses nothing: the file is kept, and another may come.
    form?.addEventListener("reset", () => current.state === current.posted && setStep({ kind: "waiting" }), on);
    return () => {
      listening.abort();
      current.sending.abort();
    };
  }, []);
  useEffect(() => {
    if (!sent || !latest.current.isAwaited) return;
    latest.current.isAwaited = false;
    input.current?.form?.requestSubmit();
  }, [sent]);

  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const { current } = latest;
    current.sending.abort();
    current.isAwaited = false;
    const sending = new AbortController();
    current.sending = sending;
    const [file] = target.files ?? [];
    // Elsewhere than on a secure address, browsers give no fingerprints: it goes with the form.
    if (!file?.size || !crypto.subtle) return setStep({ kind: "waiting" });
    if (file.size > MEDIA_BYTES) return setStep({ kind: "refused", words: TOO_LARGE });
    const tell = (bytes: number, isCut: boolean) => setStep({ kind: "sending", of: file.size, bytes, isCut });
    let bytes = 0;
    tell(bytes, false);
    sendInParts(file, {
      send,
      signal: sending.signal,
      onProgress: (now) => {
        bytes = now;
        tell(bytes, false);
      },
      onCut: () => tell(bytes, true),
    }).then(
      (file) => setStep({ kind: "sent", file, before: state }),
      (reason: Error) => sending.signal.aborted || setStep({ kind: "refused", words: reason.message }),
    );
  };
  return (
    <LabelledField {...field} error={error}>
      <input
        {...described(field.name, field.hint, error)}
        ref={input}
        name={sent ? undefined : field.name}
        type="file"
        accept={accept}
        required={field.required && !sent}
        onChange={choose}
        className={`${controlStyle} border-dashed py-6`}
      />
      {sent && <input type="hidden" name={field.name} value={sent} />}
      {step.kind === "sending" && (
        <div className="mt-2 grid gap-1">
          <progress aria-label="Envoi du fichier" max={step.of} value={step.bytes} className="w-full accent-brand" />
          <p className="text-muted tabular-nums">
            {weightWords(step.bytes)} sur {weightWords(step.of)}
          </p>
        </div>
      )}
      <p aria-live="polite" className={sent || step.kind === "refused" || step.kind === "sending" ? "mt-2" : undefined}>
        {step.kind === "sending" && step.isCut && CUT}
        {step.kind === "refused" && <span className="font-semibold text-danger">{step.words}</span>}
        {sent && `«\u202F${nameOf(sent)}\u202F» est arrivé\u00A0: terminez par le bouton ci-dessous.`}
      </p>
    </LabelledField>
  );
}
