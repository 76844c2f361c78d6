import type { IncomingHttpHeaders } from "node:http";
import type { Limits } from "#lib/edge/front/body";
import type { Refusal } from "#lib/edge/front/request";

const MULTIPART = /^multipart\/form-data\b/i;
const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i;
const URLENCODED = /^application\/x-www-form-urlencoded\b/i;
const JSON_TYPE = /^application\/json\b/i;

const TOO_MANY: Refusal = { status: 413, message: "L’envoi a trop de champs\u00A0: rien n’a été enregistré." };
const UNREADABLE: Refusal = { status: 400, message: "Cet envoi n’est pas lisible\u00A0: rien n’a été enregistré." };
const COMPRESSED: Refusal = {
  status: 415,
  message: "Les envois compressés ne sont pas lus\u00A0: rien n’a été enregistré.",
};

function count(body: Buffer, sign: string, limit: number): number {
  let found = 0;
  for (let at = body.indexOf(sign); at !== -1 && found <= limit; at = body.indexOf(sign, at + sign.length)) found += 1;
  return found;
}

/** @throws TypeError when the body is none */
export const readForm = (body: Buffer, { "content-type": type = "" }: IncomingHttpHeaders): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();

/** Whether a body is what its type says, with no more fields than allowed: counted first, and only then read. */
export async function bodyRefusal(body: Buffer, headers: IncomingHttpHeaders, limits: Limits): Promise<Refusal | null> {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = headers;
  if (encoding !== "identity" && body.length > 0) return COMPRESSED;
  const action = headers["next-action"];
  if (MULTIPART.test(type)) {
    const [, quoted, bare] = BOUNDARY.exec(type) ?? [];
    const boundary = quoted ?? bare;
    if (!boundary) return UNREADABLE;
    if (count(body, `--${boundary}`, limits.fields + 1) > limits.fields + 1) return TOO_MANY;
    const form = await readForm(body, headers).catch(() => null);
    return form && (action === undefined ? isPlainForm(form) : isCall(form)) ? null : UNREADABLE;
  }
  if (action !== undefined) return UNREADABLE;
  if (URLENCODED.test(type)) return count(body, "&", limits.fields) >= limits.fields ? TOO_MANY : null;
  return JSON_TYPE.test(type) && body.length > 0 && parsed(body.toString()) === undefined ? UNREADABLE : null;
}

function parsed(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === "string" ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

/** In what React sends, a text that begins with a dollar is a reference, unless it begins with two. */
const INERT = /^(?!\$)|^\$(\$|undefined$)/;
const DEEPEST = 6;

function isInert(value: unknown, depth = 0): boolean {
  if (typeof value === "string") return INERT.test(value);
  if (typeof value !== "object" || value === null) return true;
  return depth < DEEPEST && Object.values(value).every((inner) => isInert(inner, depth + 1));
}

const isState = (value: unknown) => typeof value === "object" && value !== null && "status" in value && isInert(value);

/** What scripts send: what the form showed, then the form itself, whose fields follow under its number. */
function isCall(form: FormData): boolean {
  const call = parsed(form.get("0"));
  if (!Array.isArray(call) || call.length !== 2 || !isState(call[0])) return false;
  const [, number] = /^\$K([0-9a-f]{1,4})$/.exec(String(call[1])) ?? [];
  return number !== undefined && [...form.keys()].every((name) => name === "0" || name.startsWith(`_${number}_`));
}

const PREFIX = "$ACTION_";
const UNBOUND = /^\$ACTION_ID_[0-9a-f]{42}$/;
const REFERENCE = /^\$ACTION_REF_([0-9a-f]{1,4})$/;

/** The action that a form names, where it is bound to what the form showed. */
function reference(form: FormData): { number: string; id: unknown; bound: unknown } | null {
  const [, number] = [...form.keys()].map((name) => REFERENCE.exec(name)).find(Boolean) ?? [];
  const target = number !== undefined && parsed(form.get(`${PREFIX}${number}:0`));
  if (!number || !target || typeof target !== "object" || !("id" in target) || !("bound" in target)) return null;
  return { number, id: target.id, bound: target.bound };
}

/** @returns undefined for a form that is bound to no action */
export function actionOf(form: FormData): string | undefined {
  const { id } = reference(form) ?? {};
  return typeof id === "string" ? id : undefined;
}

/** What browsers send without scripts: the action, bound to what the form showed. Other forms than actions have neither. */
function isPlainForm(form: FormData): boolean {
  const ours = [...form.keys()].filter((name) => name.startsWith(PREFIX));
  if (ours.length === 0 || (ours.length === 1 && UNBOUND.test(ours[0] ?? ""))) return true;
  const { number, bound } = reference(form) ?? {};
  const [, place] = /^\$@([0-9a-f]{1,4})$/.exec(String(bound)) ?? [];
  const shown = parsed(form.get(`${PREFIX}${number}:${place}`));
  const known = [`REF_${number}`, `${number}:0`, `${number}:${place}`, "KEY"].map((name) => PREFIX + name);
  const once = ours.every((name) => known.includes(name) && form.getAll(name).length === 1);
  return once && Array.isArray(shown) && shown.length === 1 && isState(shown[0]);
}
