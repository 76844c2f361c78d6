"use client";

import { ColleagueFields } from "#components/enrolment/colleague-fields";
import { OptionalFields } from "#components/enrolment/optional-fields";
import { OtherWebinars, type TogetherChoice } from "#components/enrolment/other-webinars";
import { AnswerFields } from "#components/form-fields/answer-fields";
import { CheckboxField } from "#components/forms/choice-fields";
import { Form, useForm } from "#components/forms/form";
import { FormProof } from "#components/forms/form-proof";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { AddressField } from "#components/people/address-field";
import type { FormField } from "#lib/form-fields/schema";
import { optionsOf } from "#lib/forms/options";
import { type FormAction, type FormState, textValue } from "#lib/forms/state";
import { throughWords } from "#lib/partner-links/labels";
import { PARTNER_LINK } from "#lib/partner-links/rules";
import type { FollowedPartnerLink } from "#lib/partner-links/schema";
import { NEWSLETTER } from "#lib/people/labels";
import { paths } from "#lib/platform/paths";
import { profileLabels } from "#lib/profiles/labels";

const profiles = optionsOf(profileLabels);

type Props = {
  /** The server action that registers; the form posts to it natively when no script runs. */
  action: FormAction;
  formToken: string;
  webinarSlug: string;
  /** Day from which nothing identifies who registers for this session: « 21 juillet 2027 ». */
  erasedOn: string;
  /** Whether only the waiting list is open. */
  full: boolean;
  /** What is asked for this session alone. */
  fields: readonly FormField[];
  /** Other sessions of the cycle; none when there are none to come. */
  others: readonly TogetherChoice[];
  /** The partner's link that was followed, while it brings somebody more. */
  partnerLink: FollowedPartnerLink | null;
};

/** The partner's link that was followed. Gone once the form came back without it. */
function Through({ state, partnerLink }: { state: FormState; partnerLink: FollowedPartnerLink | null }) {
  if (!partnerLink || textValue(state, PARTNER_LINK, partnerLink.code) !== partnerLink.code) return null;
  return (
    <>
      <input type="hidden" name={PARTNER_LINK} value={partnerLink.code} />
      <p className="text-muted">{throughWords(partnerLink.partner)}</p>
    </>
  );
}

/** Who comes: all that is asked for, in one screen of a phone. */
function Identity({ state }: { state: FormState }) {
  return (
    <>
      <div className="grid grid-cols-2 items-end gap-3 sm:gap-6">
        <TextField state={state} name="firstName" label="Prénom" autoComplete="given-name" required />
        <TextField state={state} name="lastName" label="Nom" autoComplete="family-name" required />
      </div>
      <AddressField
        state={state}
        label="Adresse électronique"
        hint="La confirmation et le lien y seront envoyés."
        autoComplete="email"
      />
      <SelectField
        state={state}
        name="profile"
        label="Vous êtes"
        options={profiles}
        placeholder="Choisissez dans la liste"
        required
      />
    </>
  );
}

/** Why these questions, for how long, and where to know more: said before the button, and no tick is asked for it. */
function InformationNotice({ erasedOn, several }: { erasedOn: string; several: boolean }) {
  return (
    <p className="text-muted">
      Ces informations servent à organiser la séance et à vous écrire à son sujet. Votre inscription sera anonymisée le{" "}
      <strong className="text-ink">{erasedOn}</strong>
      {several && ", et chaque autre six mois après sa séance"}.{" "}
      <a href={paths.page("donnees-personnelles")}>Vos données et vos droits</a>
    </p>
  );
}

export function RegistrationForm(props: Props) {
  const { action, formToken, webinarSlug, erasedOn, full, fields, others, partnerLink } = props;
  const [state, submit] = useForm(action);
  return (
    <Form state={state} submit={submit}>
      <input type="hidden" name="webinar" value={webinarSlug} />
      <Through state={state} partnerLink={partnerLink} />
      <Identity state={state} />
      <AnswerFields state={state} fields={fields} />
      <OptionalFields state={state} />
      {others.length > 0 && <OtherWebinars state={state} others={others} />}
      <ColleagueFields state={state} />
      <CheckboxField state={state} name="newsletter" label={NEWSLETTER} />
      <InformationNotice erasedOn={erasedOn} several={others.length > 0} />
      <FormProof state={state} formToken={formToken} />
      <SubmitButton>{full ? "M’inscrire sur la liste d’attente" : "M’inscrire"}</SubmitButton>
    </Form>
  );
}
