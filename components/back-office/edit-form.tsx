"use client";

import { useState } from "react";
import { Agreement } from "#components/back-office/agreement";
import { Autosave } from "#components/back-office/autosave";
import { EditControl, StoredText } from "#components/back-office/edit-field";
import { EditGroup } from "#components/back-office/edit-group";
import { ChangeNote, EditionButtons, Scheduling } from "#components/back-office/edition-bar";
import { FieldFindings, FindingsCount, PublishDespite } from "#components/back-office/editorial/findings";
import { MarkdownHelp } from "#components/back-office/markdown-help";
import { SaveKey } from "#components/back-office/save-key";
import { CheckboxGroup } from "#components/forms/choice-fields";
import { FieldError } from "#components/forms/field";
import { Form, useForm } from "#components/forms/form";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SubmitButton } from "#components/forms/submit-button";
import type { EditField } from "#lib/edit-forms/schema";
import { type Finding, isHarmful } from "#lib/editorial/schema";
import { errorOf, type FormAction, type FormState, type FormValues, textValue } from "#lib/forms/state";
import type { PublicationState } from "#lib/publication/rules";

/** How the working copy of an item is saved; absent where saving writes what the public reads. */
export type Editing = {
  autosave: FormAction;
  /** Names this opening of the form. */
  pen: string;
  /** How it is published; absent for who asks the team to. */
  publishing?: Publishing;
};

type Publishing = {
  state: PublicationState;
  /** The wall-clock time of a publication to come, else empty. */
  scheduled: string;
  /** Its page can tell readers what changed. */
  tells: boolean;
};

/** What is to be looked at again, what tells it anew while somebody writes, and what finds the pages that a text links to. */
export type Checks = { found: readonly Finding[]; check: FormAction; search: FormAction };

type Props = {
  action: FormAction;
  /** Tells nouns that share an action apart. */
  noun?: string;
  fields: readonly EditField[];
  initial: FormValues;
  /** Absent to create. */
  id?: string;
  version: number | string;
  /** Fields that may not change any more, with the reason. */
  fixed?: Readonly<Record<string, string>>;
  editing?: Editing | undefined;
  checks?: Checks | undefined;
};

const ABOVE_THE_BAR =
  "[&_a]:scroll-mb-28 [&_input]:scroll-mb-28 [&_select]:scroll-mb-28 [&_summary]:scroll-mb-28 [&_textarea]:scroll-mb-28";

export function EditForm({ action, noun, fields, initial, id, version, fixed = {}, editing, checks }: Props) {
  const [state, submit] = useForm(action);
  // The page may be drawn anew on a later version while this text is being written: what counts is where it began.
  const [opened] = useState({ id, version: String(version), pen: editing?.pen });
  const [found, setFound] = useState(checks?.found ?? []);
  const [kept, setKept] = useState<{ version: string; answer: FormState } | null>(null);
  const keep = (version: string) => {
    setKept({ version, answer: state });
    // What is new has an address of its own once it is stored.
    const address = window.location.pathname.replace(/\/nouveau$/, `/${opened.id}`);
    if (address !== window.location.pathname) window.history.replaceState(null, "", address);
  };
  const publishing = editing?.publishing;
  const harmed = found.filter(isHarmful).map((one) => one.field);
  const groups = Map.groupBy(fields, ({ group }) => group);
  const storedVersion = textValue(state, "storedVersion");
  return (
    // What takes the focus stops above the bar that holds the button.
    <div className={ABOVE_THE_BAR}>
      <Form
        state={state}
        submit={submit}
        names={fields.flatMap(({ name, errorName }) => [name, ...(errorName ? [errorName] : [])])}
      >
        {noun && <input type="hidden" name="noun" value={noun} />}
        {opened.id && <input type="hidden" name="id" value={textValue(state, "id", opened.id)} />}
        {opened.pen && <input type="hidden" name="pen" value={textValue(state, "pen", opened.pen)} />}
        <input
          type="hidden"
          name="version"
          value={kept?.answer === state ? kept.version : textValue(state, "version", opened.version)}
        />
        <LeaveGuard state={state} />
        <Agreement state={state} />
        {[...groups].map(([group, members]) => (
          <EditGroup key={group} title={group} fields={members} harmed={harmed} state={state} initial={initial}>
            {members.some(({ kind }) => kind === "markdown") && <MarkdownHelp />}
            {members.map((field) => {
              const reason = fixed[field.name];
              const stored = textValue(state, `stored.${field.name}`);
              return (
                <div key={field.name} id={field.errorName} className="min-w-0">
                  {field.errorName && <FieldError name={field.errorName} error={errorOf(state, field.errorName)} />}
                  <EditControl
                    field={reason ? { ...field, hint: reason, required: true } : field}
                    state={state}
                    initial={initial[field.name]}
                    readOnly={reason !== undefined}
                    search={checks?.search}
                  />
                  {stored && <StoredText text={stored} />}
                  <FieldFindings label={field.label} findings={found.filter((one) => one.field === field.name)} />
                </div>
              );
            })}
          </EditGroup>
        ))}
        {storedVersion && (
          <CheckboxGroup
            state={state}
            name="replaces"
            label="Deux textes pour une même fiche"
            options={[{ value: storedVersion, label: "Remplacer ce qui est enregistré par mon texte" }]}
            required
          />
        )}
        {publishing && <Scheduling form={state} {...publishing} />}
        {publishing?.tells && <ChangeNote form={state} state={publishing.state} />}
        {publishing && <PublishDespite state={state} />}
        <div className="sticky bottom-0 -mx-4 border-line border-t bg-paper px-4 py-3">
          <SaveKey />
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            {publishing ? (
              <EditionButtons state={publishing.state} />
            ) : (
              <SubmitButton>{textValue(state, "agreement.label") || "Enregistrer"}</SubmitButton>
            )}
            {editing && (
              <Autosave action={editing.autosave} names={fields.map(({ name }) => name)} answer={state} onKept={keep} />
            )}
          </div>
          {checks && <FindingsCount findings={found} check={checks.check} onFound={setFound} />}
        </div>
      </Form>
    </div>
  );
}
