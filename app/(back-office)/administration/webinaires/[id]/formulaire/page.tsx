import type { Metadata } from "next";
import {
  change,
  create,
  move,
  restore,
  withdraw,
} from "#app/(back-office)/administration/webinaires/[id]/formulaire/actions";
import { FormFieldCard } from "#components/back-office/form-fields/card";
import { FormFieldForm } from "#components/back-office/form-fields/form";
import { FormFieldsScreen } from "#components/back-office/webinars/form-fields";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { listFormFields } from "#lib/form-fields/queries";
import { MOST_FIELDS } from "#lib/form-fields/rules";
import { findWebinarTerms } from "#lib/webinars/terms/queries";

export const metadata: Metadata = { title: "Formulaire" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FormFields({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const [{ id }, { modifier, retirer, fait }] = await Promise.all([params, searchParams]);
  const webinar = await requireItem(id, (known) => findWebinarTerms(editor, known));
  const fields = await listFormFields(editor, id);
  const asked = fields.filter(({ archivedAt }) => archivedAt === null);
  const card = (field: (typeof fields)[number], rank: number) => (
    <FormFieldCard
      key={field.id}
      webinarId={id}
      field={field}
      place={{ first: rank === 0, last: rank === asked.length - 1 }}
      actions={{ change, move, withdraw, restore }}
      doing={field.id === modifier ? "change" : field.id === retirer ? "withdraw" : null}
    />
  );
  return (
    <FormFieldsScreen
      webinar={webinar}
      asked={asked.map(card)}
      archived={fields.filter(({ archivedAt }) => archivedAt !== null).map(card)}
      form={
        asked.length < MOST_FIELDS && !asked.some((field) => field.id === modifier) ? (
          <FormFieldForm webinarId={id} action={create} />
        ) : null
      }
      done={fait}
    />
  );
}
