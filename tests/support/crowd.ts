import { oneOf, pause } from "#tests/support/chance";
import { type Answer, type HtmlForm, openForm } from "#tests/support/html-form";

/** People who register over HTTP, as browsers without scripts do. */

/** What a person types; the number makes them someone of their own. A name with a dot in it is refused as an address. */
export const person = (number: number | string) => ({
  firstName: "Camille",
  lastName: `Personne ${String(number).replaceAll(".", " ")}`,
  email: `personne.${number}@exemple.fr`,
  profile: "association",
});

export type Typed = ReturnType<typeof person>;

export const people = (count: number, name = ""): Typed[] =>
  Array.from({ length: count }, (_, index) => person(`${name}${index + 1}`));

export const registrationForm = (portalUrl: string, slug: string): Promise<HtmlForm> =>
  openForm(`${portalUrl}/webinaires/${slug}`, "email");

const ALERT = /role="alert"[\s\S]*?<\/h2>([\s\S]*?)<\/div>/;

/** How an answer reads: « in » went to its personal page, anything else is kept as it is, with what the page says. */
export function verdict({ status, location, html }: Answer): string {
  if (status === 303 && location?.includes("/inscriptions/")) return "in";
  return `status ${status} ${(ALERT.exec(html)?.[1] ?? "").replace(/<[^>]+>/g, " ").trim()}`.trim();
}

/** How many of each. */
export function tally(verdicts: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of verdicts) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

/** A form that was sent, and when, in milliseconds of one clock. */
export type Trip = { typed: Typed; answer: Answer; sent: number; answered: number };

/** Pages open at once: a crowd comes over minutes, and rushes at the button. */
const OPENING = 40;

/** Everyone opens the page, one in each portal drawn by lot. */
export async function openAll(portals: string[], slug: string, count: number, random = Math.random) {
  const forms: HtmlForm[] = [];
  while (forms.length < count) {
    const wave = Array.from({ length: Math.min(OPENING, count - forms.length) }, () =>
      registrationForm(oneOf(portals, random), slug),
    );
    forms.push(...(await Promise.all(wave)));
  }
  return forms;
}

/**
 * Everyone opens the page, then all post at once.
 * @param options.spreadMs over how long they press the button, at random
 */
export async function rush(
  portals: string | string[],
  slug: string,
  crowd: Typed[],
  options: { random?: () => number; spreadMs?: number } = {},
): Promise<Trip[]> {
  const { random = Math.random, spreadMs = 0 } = options;
  const forms = await openAll([portals].flat(), slug, crowd.length, random);
  return Promise.all(
    forms.map(async (form, index) => {
      const typed = crowd[index] ?? person(index);
      await pause(random() * spreadMs);
      const sent = performance.now();
      const answer = await form.submit(typed);
      return { typed, answer, sent, answered: performance.now() };
    }),
  );
}

const BETWEEN_MS = 250;

/** People who come one after the other, for as long as told. @param goesOn told how many have come */
export async function trickle(portalUrl: string, slug: string, goesOn: (come: number) => boolean): Promise<Trip[]> {
  const trips: Trip[] = [];
  while (goesOn(trips.length)) {
    trips.push(...(await rush(portalUrl, slug, [person(`passage.${trips.length}`)])));
    await pause(BETWEEN_MS);
  }
  return trips;
}

const RETRY_MS = 100;

/**
 * Registers someone who does not give up: the same form again until it is answered, whatever dies meanwhile.
 * @returns the address of the personal page
 */
export async function insist(portalUrl: string, slug: string, typed: Typed): Promise<string> {
  let form: HtmlForm | null = null;
  for (;;) {
    form ??= await registrationForm(portalUrl, slug).catch(() => null);
    const answer = await form?.submit(typed).catch(() => null);
    if (answer && verdict(answer) === "in") return answer.location ?? "";
    await pause(RETRY_MS);
  }
}
