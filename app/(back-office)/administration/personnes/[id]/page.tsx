import type { Metadata } from "next";
import {
  cancel,
  erase,
  readdress,
  register,
  rename,
  resend,
  restore,
} from "#app/(back-office)/administration/personnes/[id]/actions";
import { RemarksLeft } from "#components/back-office/remarks/left-by";
import { PersonScreen } from "#components/back-office/roster/people/screen";
import { requireItem } from "#lib/edge/route-item";
import { requireViewer } from "#lib/edge/session";
import { digestChoices } from "#lib/feeds/choices";
import { now } from "#lib/platform/clock";
import { env } from "#lib/platform/env";
import { remarksOf } from "#lib/remarks/queries";
import { findPerson, openSessions } from "#lib/roster/person/queries";

export const metadata: Metadata = { title: "Personne" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ fait?: string | string[] }> };

const REMARK = { id: true, page: true, verdict: true, text: true, createdAt: true } as const;

export default async function PersonPage({ params, searchParams }: Props) {
  const editor = await requireViewer();
  const at = now();
  const person = await requireItem((await params).id, (id) => findPerson(editor, id));
  const chosen = person.digest?.choices ?? [];
  const [sessions, remarks, choices] = await Promise.all([
    openSessions(editor, person.id, at),
    remarksOf(person.emailKey, REMARK),
    chosen.length ? digestChoices(at) : [],
  ]);
  return (
    <PersonScreen
      person={person}
      follows={chosen.map((value) => choices.find((choice) => choice.value === value)?.label ?? value)}
      sessions={sessions}
      actions={{ cancel, restore, resend, rename, readdress, register, erase }}
      remarks={<RemarksLeft remarks={remarks} />}
      leaves={env().SMTP_URL !== undefined}
      done={(await searchParams).fait}
      at={at}
    />
  );
}
