"use client";

import { FieldError } from "#components/forms/field";
import { Form, useForm } from "#components/forms/form";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { errorOf, type FormAction, listValue } from "#lib/forms/state";
import { linkActLabels, linkListLabels } from "#lib/link-watch/labels";
import type { ToldLink } from "#lib/link-watch/schema";
import { CARDS } from "#lib/nouns/cards";
import { formatShortDay } from "#lib/platform/dates";
import { paths } from "#lib/platform/paths";
import { french } from "#lib/platform/text";

const link = "inline-flex min-h-11 items-center";

const since = ({ failedOn, openedOn, ignoredUntil }: ToldLink): string =>
  [
    failedOn && `En échec depuis le ${formatShortDay(failedOn)}.`,
    openedOn ? `Ouvert pour la dernière fois le ${formatShortDay(openedOn)}.` : "Jamais ouvert jusqu’ici.",
    ignoredUntil && `Ignoré jusqu’au ${formatShortDay(ignoredUntil)}.`,
  ]
    .filter(Boolean)
    .join(" ");

function LinkCard({ told, ticked, id }: { told: ToldLink; ticked: boolean; id: string | undefined }) {
  const { url, fault, holders } = told;
  return (
    <li className="wrap-anywhere grid gap-1 border-line border-t py-3 first:border-t-0">
      <label className="flex min-h-11 cursor-pointer items-center gap-3 font-semibold">
        <input
          key={String(ticked)}
          id={id}
          type="checkbox"
          name="urls"
          value={url}
          defaultChecked={ticked}
          className="size-6 shrink-0 accent-brand"
        />
        <span>{url}</span>
      </label>
      {fault && <p>{fault}</p>}
      <p className="text-muted">{since(told)}</p>
      <p>Sert dans{"\u00A0"}:</p>
      <ul className="flex flex-wrap gap-x-6">
        {holders.map(({ noun, id: item, title }) => (
          <li key={item}>
            <a href={paths.adminEdit(CARDS[noun].section, item)} className={link}>
              {CARDS[noun].singular}
              {"\u00A0"}: {french(title)}
            </a>
          </li>
        ))}
      </ul>
      <a href={url} rel="external nofollow noreferrer" className={link}>
        Ouvrir l’adresse<span className="sr-only"> {url}</span>&nbsp;(ouvre un autre site)
      </a>
    </li>
  );
}

type Props = { told: readonly ToldLink[]; ignored: readonly ToldLink[]; action: FormAction };

/** Links to tick, and what may be done with those that are. */
export function LinksForm({ told, ignored, action }: Props) {
  const [state, submit] = useForm(action);
  const ticked = listValue(state, "urls", []);
  const lists = {
    dead: told.filter((one) => one.state === "dead"),
    to_check: told.filter((one) => one.state === "to_check"),
    ignored,
  };
  const [first] = [...lists.dead, ...lists.to_check, ...ignored];
  return (
    <Form state={state} submit={submit}>
      <FieldError name="urls" error={errorOf(state, "urls")} />
      {(["dead", "to_check", "ignored"] as const).map(
        (list) =>
          lists[list].length > 0 && (
            <fieldset key={list} aria-describedby={errorOf(state, "urls") && "urls-error"}>
              <legend className="mb-2 font-semibold text-xl">{`${linkListLabels[list]} (${lists[list].length})`}</legend>
              <ul className="rounded-card border border-line bg-surface px-4 sm:px-6">
                {lists[list].map((one) => (
                  <LinkCard
                    key={one.url}
                    told={one}
                    ticked={ticked.includes(one.url)}
                    id={one === first ? "urls" : undefined}
                  />
                ))}
              </ul>
            </fieldset>
          ),
      )}
      <div className="flex flex-wrap items-end gap-4">
        <SubmitButton name="act" value="check">
          {linkActLabels.check}
        </SubmitButton>
        <TextField state={state} name="until" label="Ignorer jusqu’au" type="date" />
        <SubmitButton name="act" value="ignore" look="secondary">
          {linkActLabels.ignore}
        </SubmitButton>
        {ignored.length > 0 && (
          <SubmitButton name="act" value="heed" look="secondary">
            {linkActLabels.heed}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
