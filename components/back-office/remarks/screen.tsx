import type { ReactNode } from "react";
import { DoneNotice } from "#components/back-office/done-notice";
import { RemarkCard } from "#components/back-office/remarks/card";
import { Panel, Screen } from "#components/back-office/screen";
import type { FormAction } from "#lib/forms/state";
import { WHOLE_PORTAL } from "#lib/remarks/labels";
import type { ListedRemark, PageVerdicts } from "#lib/remarks/schema";

type Props = {
  waiting: readonly ListedRemark[];
  handled: readonly ListedRemark[];
  verdicts: readonly PageVerdicts[];
  handle: FormAction;
  remove: FormAction;
  done: string | string[] | undefined;
};

const cell = "py-2 pl-4 text-right tabular-nums";

function Verdicts({ verdicts }: Pick<Props, "verdicts">) {
  if (!verdicts.length) return <p>Personne n’a encore répondu.</p>;
  return (
    <table className="w-full border-collapse">
      <caption className="mb-2 text-left text-muted">
        Douze derniers mois, les pages qui aident le moins d’abord
      </caption>
      <thead>
        <tr className="border-line border-b">
          <th scope="col" className="py-2 text-left">
            Page
          </th>
          <th scope="col" className={cell}>
            A aidé
          </th>
          <th scope="col" className={cell}>
            N’a pas aidé
          </th>
          <th scope="col" className={cell}>
            Signalements
          </th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map(({ page, helpful, unhelpful, fault }) => (
          <tr key={page} className="border-line border-b">
            <th scope="row" className="py-2 text-left font-normal">
              {page === null ? WHOLE_PORTAL : <a href={page}>{page}</a>}
            </th>
            <td className={cell}>{helpful}</td>
            <td className={cell}>{unhelpful}</td>
            <td className={cell}>{fault}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const List = ({ children }: { children: ReactNode }) => (
  <ul className="[&>li:first-child]:border-t-0 [&>li]:border-line [&>li]:border-t [&>li]:py-4">{children}</ul>
);

export function RemarksScreen({ waiting, handled, verdicts, handle, remove, done }: Props) {
  const card = (remark: ListedRemark) => (
    <li key={remark.id}>
      <RemarkCard remark={remark} handle={handle} remove={remove} />
    </li>
  );
  return (
    <Screen title="Remarques">
      <DoneNotice done={done} />
      <p className="max-w-prose">
        Ce que les lecteurs écrivent au bas des pages. Une remarque est gardée un an au plus, et n’est jamais publiée.
      </p>
      <Panel title="À traiter">{waiting.length ? <List>{waiting.map(card)}</List> : <p>Rien n’attend.</p>}</Panel>
      <Panel title="Réponses par page">
        <Verdicts verdicts={verdicts} />
      </Panel>
      {handled.length > 0 && (
        <Panel title="Traitées">
          <List>{handled.map(card)}</List>
        </Panel>
      )}
    </Screen>
  );
}
