import { type Document, type Element, isTag, Text } from "domhandler";
import { DomUtils, parseDocument } from "htmlparser2";
import { tellFaults } from "#lib/edge/returned-forms/tell-faults";

const NOT_SAVED = `<div role="alert" tabindex="-1" autofocus data-invalid="" class="rounded-card border-2 border-danger bg-surface p-5">
<h2 class="text-xl">Ce n’est pas enregistré</h2>
<p class="mt-2">Nous n’arrivons pas à enregistrer pour le moment. Rien de ce que vous avez saisi n’est perdu\u00A0: attendez une minute, puis envoyez à nouveau.</p>
</div>`;

/** What the page itself put in its form, and puts again. */
const isTyped = ({ name, attribs }: Element) =>
  attribs.name !== undefined && (name !== "input" || !["hidden", "submit", "file"].includes(attribs.type ?? "text"));

function tick(control: Element, attribute: "checked" | "selected", on: boolean): void {
  if (on) control.attribs[attribute] = "";
  else delete control.attribs[attribute];
}

/** What was sent under a name, in the order of the page: each control takes its own. */
type Sent = { next(name: string): string | undefined; take(name: string, value: string): boolean };

function sentIn(typed: FormData): Sent {
  const left = new Map<string, string[]>();
  for (const [name, value] of typed) if (typeof value === "string") left.set(name, [...(left.get(name) ?? []), value]);
  return {
    next: (name) => left.get(name)?.shift(),
    take: (name, value) => {
      const values = left.get(name) ?? [];
      const found = values.indexOf(value);
      if (found >= 0) values.splice(found, 1);
      return found >= 0;
    },
  };
}

const choiceOf = (option: Element) => option.attribs.value ?? DomUtils.textContent(option);

function fill(control: Element, sent: Sent): void {
  const { name = "", type = "text", value = "on" } = control.attribs;
  if (!isTyped(control)) sent.take(name, control.attribs.value ?? "");
  else if (control.name === "textarea") control.children = [new Text(sent.next(name) ?? "")];
  else if (control.name === "select") {
    const options = DomUtils.getElementsByTagName("option", control, true);
    const one = control.attribs.multiple === undefined ? sent.next(name) : undefined;
    const isChosen = (choice: string) => (one === undefined ? sent.take(name, choice) : one === choice);
    for (const option of options) tick(option, "selected", isChosen(choiceOf(option)));
  } else if (type === "checkbox" || type === "radio") tick(control, "checked", sent.take(name, value));
  else control.attribs.value = sent.next(name) ?? "";
}

const isPosted = ({ name, attribs }: Element) => name === "form" && attribs.method?.toLowerCase() === "post";

/** What a browser sends of a form: what is disabled is not, and stays as it is. */
const controlsOf = (form: Element): Element[] =>
  DomUtils.filter(
    (node) =>
      isTag(node) &&
      ["input", "textarea", "select"].includes(node.name) &&
      node.attribs.name !== undefined &&
      node.attribs.disabled === undefined,
    form,
  ).filter(isTag);

/** How much of what was sent a form has: what the page itself put in it tells two forms of the same fields apart. */
function likeness(form: Element, typed: FormData): [own: number, typed: number] {
  const controls = controlsOf(form).filter(({ attribs }) => typed.has(attribs.name ?? ""));
  const own = controls.filter(
    (control) => !isTyped(control) && typed.getAll(control.attribs.name ?? "").includes(control.attribs.value ?? ""),
  );
  return [own.length, controls.filter(isTyped).length];
}

function formOf(page: Document, typed: FormData): Element | null {
  const forms = DomUtils.filter((node) => isTag(node) && isPosted(node), page).filter(isTag);
  const alike = forms.map((form) => ({ form, alike: likeness(form, typed) })).filter(({ alike: [, any] }) => any > 0);
  const [first] = alike.toSorted((a, b) => b.alike[0] - a.alike[0] || b.alike[1] - a.alike[1]);
  return first?.form ?? null;
}

/**
 * A page as it was before its form was sent, with what was typed in the form and a sentence that says why it is back.
 * @param html a whole document
 */
export function keepTyped(html: string, typed: FormData): string {
  const page = parseDocument(html);
  const form = formOf(page, typed);
  if (!form) return html;
  const sent = sentIn(typed);
  for (const control of controlsOf(form)) fill(control, sent);
  const sentence = parseDocument(NOT_SAVED).children.find(isTag);
  if (sentence) DomUtils.prepend(form.children[0] ?? form, sentence);
  return tellFaults(DomUtils.getOuterHTML(page, { encodeEntities: "utf8" }));
}
