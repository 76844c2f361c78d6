"use server";

import { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { formAction } from "#lib/edge/form-action";
import type { FormOutcome } from "#lib/edge/form-outcome";
import { currentEditor } from "#lib/edge/session";
import type { PersonOutcome } from "#lib/enrolment/groups/schema";
import { registrationSchema } from "#lib/enrolment/schema";
import { decoded } from "#lib/files/decoding/rules";
import { sniffed } from "#lib/files/sniffing";
import { doubted, sureAddress } from "#lib/people/addresses/schema";
import { now } from "#lib/platform/clock";
import { paths } from "#lib/platform/paths";
import { counted, emailKey } from "#lib/platform/text";
import { lineWords, listFingerprint, personWords, readPeople } from "#lib/roster/additions/fields";
import { NOBODY_ADDED, PAYERS_UNSURE } from "#lib/roster/additions/labels";
import { addRegistrants } from "#lib/roster/additions/mutations";
import { registeredAmong } from "#lib/roster/additions/queries";
import { addedPerson, listText, PASTED_PEOPLE, pastedList } from "#lib/roster/additions/schema";
import { correctionRefusals, editorCancellationRefusals, restorationRefusals } from "#lib/roster/labels";
import { cancelRegistrant, correctAddress, restoreRegistrant, resend as writeAgain } from "#lib/roster/mutations";
import { registrantListQuery } from "#lib/roster/schema";

const someone = registrantListQuery.extend({ webinarId: z.uuid(), id: z.uuid() });
type Someone = z.output<typeof someone>;

const backTo = ({ webinarId, id, ...query }: Someone, fait: string): FormOutcome => ({
  ok: true,
  redirectTo: `${paths.adminWebinar(webinarId, "inscrits", { ...query, fait })}#${id}`,
});

/** Does something for one person, then comes back to them. @param act what is done, or the sentence that says why not */
const forOne =
  (fait: string, act: (editor: Editor, id: string) => Promise<string | null>) =>
  async (someone: Someone, editor: Editor): Promise<FormOutcome> => {
    const refusal = await act(editor, someone.id);
    return refusal ? { ok: false, formError: refusal } : backTo(someone, fait);
  };

export const cancel = formAction({
  guard: currentEditor,
  schema: someone,
  run: forOne("annule", async (editor, id) => {
    const outcome = await cancelRegistrant(editor, id, now());
    return outcome.ok ? null : editorCancellationRefusals[outcome.reason];
  }),
});

export const restore = formAction({
  guard: currentEditor,
  schema: someone,
  run: forOne("retabli", async (editor, id) => {
    const outcome = await restoreRegistrant(editor, id, now());
    return outcome.ok ? null : restorationRefusals[outcome.reason];
  }),
});

export const resend = formAction({
  guard: currentEditor,
  schema: someone,
  run: forOne("renvoye", async (editor, id) => {
    const outcome = await writeAgain(editor, id, now());
    return outcome.ok ? null : editorCancellationRefusals[outcome.reason];
  }),
});

export const correct = formAction({
  guard: currentEditor,
  schema: someone.extend({ email: registrationSchema.shape.email, doubted }).refine(...sureAddress),
  run: async ({ email, doubted: _, ...person }, editor) => {
    const outcome = await correctAddress(editor, person.id, email, now());
    // Looked for by the former address, the person would be found no more.
    return outcome.ok
      ? backTo({ ...person, q: person.q && email }, "corrige")
      : { ok: false, fieldErrors: { email: correctionRefusals[outcome.reason] } };
  },
});

function added(webinarId: string, outcomes: readonly PersonOutcome[], registered = 0): FormOutcome {
  const count = (outcome: PersonOutcome) => outcomes.filter((one) => one === outcome).length;
  if (count("refused") > 0) return { ok: false, formError: NOBODY_ADDED };
  const counts = { places: count("registered"), attente: count("waiting"), deja: count("already") + registered };
  return { ok: true, redirectTo: paths.adminWebinar(webinarId, "inscrits", counts) };
}

export const addOne = formAction({
  guard: currentEditor,
  schema: addedPerson,
  run: async ({ webinarId, doubted: _, ...person }, editor) => {
    return added(webinarId, await addRegistrants(editor, webinarId, [person], now()));
  },
});

type Pasted = z.output<typeof pastedList> & { list: string };

const NOT_TEXT =
  "Ce fichier n’est pas du texte\u00A0: depuis un tableur, enregistrez-le en CSV, ou copiez ses cellules ci-dessous.";

/** The words of a list, or what is wrong with them, by field. The file wins over what is pasted. */
async function listOf({ list, file }: z.output<typeof pastedList>): Promise<string | Record<string, string>> {
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : null;
  if (bytes && (await sniffed(bytes))) return { file: NOT_TEXT };
  const read = listText.safeParse(bytes ? decoded(bytes) : list);
  return read.success ? read.data : { [bytes ? "file" : "list"]: read.error.issues[0]?.message ?? NOT_TEXT };
}

async function reviewed(editor: Editor, { webinarId, list, profile }: Pasted) {
  const { lines, unused } = readPeople(list, profile);
  const understood = lines.flatMap((line) => ("person" in line ? [line] : []));
  const emails = understood.map(({ person }) => person.email);
  const registeredKeys = await registeredAmong(editor, webinarId, emails);
  const isRegistered = ({ person }: (typeof understood)[number]) => registeredKeys.has(emailKey(person.email));
  return {
    newcomers: understood.filter((line) => !isRegistered(line)),
    registered: understood.filter(isRegistered),
    refused: lines.flatMap((line) => ("refusal" in line ? [line] : [])),
    unused,
    shown: listFingerprint(list, profile),
  };
}

/** Shows what was understood of a list; once that is agreed to, registers its people. */
export const addList = formAction({
  guard: currentEditor,
  schema: pastedList,
  run: async (posted, editor) => {
    const list = await listOf(posted);
    if (typeof list !== "string") return { ok: false, fieldErrors: list };
    const pasted = { ...posted, list };
    const { newcomers, registered, refused, unused, shown } = await reviewed(editor, pasted);
    const isUnsure = newcomers.some(({ payer }) => payer) && !pasted.payers;
    if (newcomers.length > PASTED_PEOPLE) {
      const most = counted(PASTED_PEOPLE, "personne", "personnes");
      return {
        ok: false,
        fieldErrors: { list: `Pas plus de ${most} à la fois\u00A0: collez la liste en plusieurs fois.` },
      };
    }
    if (newcomers.length > 0 && pasted.shown === shown && !isUnsure) {
      const people = newcomers.map(({ person }) => person);
      return added(pasted.webinarId, await addRegistrants(editor, pasted.webinarId, people, now()), registered.length);
    }
    return {
      ok: false,
      ...(isUnsure && pasted.shown === shown && { fieldErrors: { payers: PAYERS_UNSURE } }),
      echo: {
        list,
        shown,
        understood: newcomers.map(lineWords),
        paid: newcomers.flatMap(({ person, payer }) => (payer ? [person.email] : [])),
        known: registered.map(({ person }) => personWords(person)),
        unused,
        refused: refused.map(({ number, text, refusal }) => `Ligne\u00A0${number}, ${text}\u00A0: ${refusal}`),
      },
    };
  },
});
