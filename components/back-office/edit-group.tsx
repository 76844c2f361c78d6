import type { ReactNode } from "react";
import { Panel } from "#components/back-office/screen";
import { Fold } from "#components/ui/fold";
import type { EditField } from "#lib/edit-forms/schema";
import { errorOf, type FormState, type FormValues, listValue, textValue } from "#lib/forms/state";

type Props = {
  title: string;
  fields: readonly EditField[];
  state: FormState;
  initial: FormValues;
  /** Names of fields in which something keeps readers from reading. */
  harmed: readonly string[];
  children: ReactNode;
};

/** Fewer than this are in sight. */
const MANY = 4;

/** Fields that go together; many without which a page can do are folded, under how many are filled in. */
export function EditGroup({ title, fields, state, initial, harmed, children }: Props) {
  if (fields.length < MANY || fields.some(({ required }) => required))
    return (
      <Panel title={title}>
        <div className="grid gap-6">{children}</div>
      </Panel>
    );
  const isFilled = ({ name }: EditField) => listValue(state, name, [initial[name] ?? []].flat()).some(Boolean);
  const isAsked = ({ name }: EditField) =>
    Boolean(errorOf(state, name) || textValue(state, `stored.${name}`)) || harmed.includes(name);
  return (
    <Fold
      look="card"
      summary={`${title} (${fields.filter(isFilled).length} sur ${fields.length})`}
      open={fields.some(isAsked)}
    >
      {children}
    </Fold>
  );
}
