/** A form of a page, read and posted over HTTP as a browser without scripts does. */

export type Answer = { status: number; location: string | null; html: string };
export type HtmlForm = {
  html: string;
  /** Value of a hidden field, empty when there is none. */
  hidden(name: string): string;
  /** Posts it. @param typed what a person types, or a hidden field that a program changes */
  submit(typed: Record<string, string>): Promise<Answer>;
  /** Posts it to another machine, where its page would be too. */
  submitTo(site: string, typed: Record<string, string>): Promise<Answer>;
};

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const decoded = (text: string) =>
  text.replace(/&(#x[0-9a-f]+|#\d+|amp|lt|gt|quot);/gi, (_, name: string) =>
    name.startsWith("#")
      ? String.fromCodePoint(Number(name[1] === "x" ? `0${name.slice(1)}` : name.slice(1)))
      : (NAMED[name.toLowerCase()] ?? ""),
  );

const attribute = (tag: string, name: string) => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : decoded(value);
};

/** The hidden fields of a form, the framework's among them. */
const hiddenFields = (form: string): [string, string][] =>
  [...form.matchAll(/<input\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => attribute(tag, "type") === "hidden")
    .map((tag) => [attribute(tag, "name") ?? "", attribute(tag, "value") ?? ""]);

/** The cookies that somebody holds, as long as they keep this. */
export class Cookies {
  private readonly held = new Map<string, string>();

  take(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value && !/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) this.held.set(name, value);
      else this.held.delete(name);
    }
  }

  get headers(): Record<string, string> {
    const pairs = [...this.held].map(([name, value]) => `${name}=${value}`);
    return pairs.length ? { cookie: pairs.join("; ") } : {};
  }
}

/**
 * Opens a page and finds its form.
 * @param address of the page
 * @param field name of a field that only this form has, or the words of its button
 * @throws Error when the page has no such form
 */
export async function openForm(address: string, field: string, cookies = new Cookies()): Promise<HtmlForm> {
  const response = await fetch(address, { headers: cookies.headers });
  cookies.take(response);
  return formIn(await response.text(), { address, status: response.status, field, cookies });
}

/** The same of a page that is there already: the answer of a form that comes back. */
export function formIn(
  html: string,
  from: { address: string; status: number; field: string; cookies?: Cookies },
): HtmlForm {
  const { address, status, field, cookies = new Cookies() } = from;
  const form = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].find(
    ([text]) => text.includes(`name="${field}"`) || text.includes(`>${field}<`),
  )?.[0];
  if (!form) throw new Error(`${address} answers ${status} and has no form with a field ${field}.`);
  const target = new URL(attribute(form.slice(0, form.indexOf(">") + 1), "action") || address, address);
  const post = async (to: URL, typed: Record<string, string>): Promise<Answer> => {
    const body = new FormData();
    const kept = hiddenFields(form).filter(([name]) => typed[name] === undefined);
    for (const [name, value] of [...kept, ...Object.entries(typed)]) body.append(name, value);
    const answer = await fetch(to, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { origin: to.origin, ...cookies.headers },
    });
    cookies.take(answer);
    return { status: answer.status, location: answer.headers.get("location"), html: await answer.text() };
  };
  return {
    html,
    hidden: (name) => hiddenFields(form).find((field) => field[0] === name)?.[1] ?? "",
    submit: (typed) => post(target, typed),
    submitTo: (site, typed) => post(new URL(`${target.pathname}${target.search}`, site), typed),
  };
}
