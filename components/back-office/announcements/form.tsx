"use client";

import { useEffect, useRef, useState } from "react";
import { EditControl } from "#components/back-office/edit-field";
import { MarkdownHelp } from "#components/back-office/markdown-help";
import { MailPreview } from "#components/back-office/notices/plan-preview";
import { Panel } from "#components/back-office/screen";
import { CheckboxGroup, RadioGroup } from "#components/forms/choice-fields";
import { ErrorSummary } from "#components/forms/error-summary";
import { useForm } from "#components/forms/form";
import { LeaveGuard } from "#components/forms/leave-guard";
import { SubmitButton } from "#components/forms/submit-button";
import { SuccessNotice } from "#components/forms/success-notice";
import { Notice } from "#components/ui/notice";
import { attendanceLabels, audienceLabels } from "#lib/announcements/labels";
import type { EditField } from "#lib/edit-forms/schema";
import { optionsOf } from "#lib/forms/options";
import { type FormAction, type FormState, type FormValues, listValue, textValue } from "#lib/forms/state";
import { counted } from "#lib/platform/text";
import { profileLabels } from "#lib/profiles/labels";

/** What is about to leave, and to whom: focused, so that it is read before the button. */
function Confirmation({ state }: { state: FormState }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status === "invalid") box.current?.focus();
  }, [state]);
  const recipients = Number(textValue(state, "recipients"));
  const refusing = Number(textValue(state, "refusing"));
  return (
    <div ref={box} role="alert" tabIndex={-1} autoFocus className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Notice look="warning" title={`Ce message va partir à ${counted(recipients, "personne", "personnes")}.`}>
        <ul className="mt-2 list-disc pl-5">
          {listValue(state, "words").map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
        {refusing > 0 && (
          <p className="mt-2">
            {counted(refusing, "personne ne veut plus", "personnes ne veulent plus")} recevoir de messages de ce genre
            et {refusing > 1 ? "ne sont pas comptées" : "n’est pas comptée"}.
          </p>
        )}
        <p className="mt-4 font-semibold">Tel que le lira {textValue(state, "example")}</p>
        <MailPreview
          mail={{
            subject: textValue(state, "mailSubject"),
            text: textValue(state, "mailText"),
            html: textValue(state, "mailHtml"),
          }}
        />
      </Notice>
      <SubmitButton
        name="intent"
        value="send"
      >{`Envoyer à ${counted(recipients, "personne", "personnes")}`}</SubmitButton>
    </div>
  );
}

function Answer({ state }: { state: FormState }) {
  if (textValue(state, "tested")) return <SuccessNotice title={`L’essai part à ${textValue(state, "tested")}.`} />;
  return textValue(state, "asked") ? <Confirmation state={state} /> : <ErrorSummary state={state} />;
}

type Props = {
  action: FormAction;
  webinarId: string;
  id: string;
  /** Attendance is known once the session has begun. */
  begun: boolean;
  /** Its subject and its text. */
  fields: readonly EditField[];
  initial: FormValues;
};

export function AnnouncementForm({ action, webinarId, id, begun, fields, initial }: Props) {
  const [state, submit] = useForm(action);
  // The page may be drawn anew with another identifier: this form makes one announcement.
  const [openedFor] = useState(id);
  return (
    <form action={submit} noValidate className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <LeaveGuard state={state} />
      <Answer state={state} />
      <input type="hidden" name="id" value={textValue(state, "id", openedFor)} />
      <input type="hidden" name="webinarId" value={webinarId} />
      <input type="hidden" name="shown" value={textValue(state, "shown")} />
      <Panel title="À qui">
        <div className="grid gap-6">
          <CheckboxGroup
            state={state}
            name="audiences"
            label="Groupes"
            options={optionsOf(audienceLabels)}
            initial={["confirmed"]}
            required
          />
          {begun && (
            <RadioGroup
              state={state}
              name="presence"
              label="Présence"
              options={optionsOf(attendanceLabels)}
              initial="all"
              required
            />
          )}
          <CheckboxGroup
            state={state}
            name="profiles"
            label="Profils"
            hint="Sans rien cocher, tous les profils."
            options={optionsOf(profileLabels)}
          />
        </div>
      </Panel>
      <Panel title="Le message">
        <div className="grid gap-6">
          <MarkdownHelp />
          {fields.map((field) => (
            <EditControl key={field.name} field={field} state={state} initial={initial[field.name]} />
          ))}
        </div>
      </Panel>
      <div className="flex flex-wrap gap-4">
        <SubmitButton name="intent" value="check">
          Voir avant d’envoyer
        </SubmitButton>
        <SubmitButton name="intent" value="test" look="secondary">
          M’envoyer un essai
        </SubmitButton>
      </div>
    </form>
  );
}
