import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Editor } from "#lib/auth/editor";
import { listTerms } from "#lib/glossary/queries";
import { db } from "#lib/platform/db";
import { findWorkingCopy } from "#lib/revisions/queries";
import { chance, oneOf } from "#tests/support/chance";
import { AT } from "#tests/support/clock";
import { editionAt } from "#tests/support/edition";
import { makeEditor, makeTerm } from "#tests/support/factories";

/** All of them are for `npm run test:editors`. */
const SEQUENCES = process.env.npm_lifecycle_event === "test:editors" ? 200 : 8;
const STEPS = 30;

const { post, autosave } = editionAt();
const marksIn = (text: string) => new Set(text.match(/\[\d+\]/g) ?? []);

/** What two people type, and what the public may read of it. */
class Model {
  typed = 0;
  published: string;
  readonly editor: Editor;
  readonly id: string;
  readonly slug: string;

  constructor(editor: Editor, row: { id: string; slug: string; definition: string }) {
    this.editor = editor;
    this.id = row.id;
    this.slug = row.slug;
    this.published = row.definition;
  }

  /** What is stored, published or not. */
  async stored(): Promise<{ text: string; version: number }> {
    const [row, copy, last] = await Promise.all([
      db.term.findUniqueOrThrow({ where: { id: this.id } }),
      findWorkingCopy(this.editor, "term", this.id),
      db.revision.aggregate({ where: { itemId: this.id }, _max: { version: true } }),
    ]);
    const text = copy ? String(copy.values.definition) : row.definition;
    return { text, version: Math.max(row.version, last._max.version ?? 0) };
  }
}

/** Somebody’s screen, as the form and its scripts work it. */
class Person {
  text = "";
  version = 0;
  pen = randomUUID();
  replaces = "";
  isSignedIn = true;
  private readonly model: Model;
  private readonly editor: Editor;
  private readonly random: () => number;

  constructor(model: Model, editor: Editor, random: () => number) {
    this.model = model;
    this.editor = editor;
    this.random = random;
  }

  /** The page is opened: what the server never received is kept in the browser, and taken back. */
  async open(): Promise<void> {
    const { text, version } = await this.model.stored();
    this.pen = randomUUID();
    this.replaces = "";
    const missing = [...marksIn(this.text)].some((mark) => !text.includes(mark));
    if (missing) return;
    this.text = text;
    this.version = version;
  }

  type(): void {
    this.model.typed += 1;
    const mark = `[${this.model.typed}]`;
    const at = Math.floor(this.random() * (this.text.length + 1));
    const middle = /^\d*\]/.test(this.text.slice(at)) ? this.text.length : at;
    this.text = `${this.text.slice(0, middle)}${mark}${this.text.slice(middle)}`;
  }

  private form() {
    const { id, slug } = this.model;
    const common = { id, slug, name: "Alliance", source: "La fiche", confidence: "documented" };
    return { ...common, definition: this.text, version: String(this.version), pen: this.pen };
  }

  async keep(lost: "nothing" | "question" | "answer"): Promise<void> {
    if (this.replaces || lost === "question" || !this.isSignedIn) return;
    const answer = await autosave("term", this.form(), this.editor);
    if (lost === "nothing" && answer.status === "saved") this.version = Number(answer.version);
  }

  async send(step: "save" | "publish", lost: "nothing" | "question" | "answer" = "nothing"): Promise<boolean> {
    if (lost === "question" || !this.isSignedIn) return false;
    const sent = this.text;
    const outcome = await post("term", { ...this.form(), replaces: this.replaces, step }, this.editor);
    if (outcome.ok && step === "publish") this.model.published = sent;
    if (lost === "answer") return false;
    if (outcome.ok) {
      await this.open();
      return true;
    }
    if (outcome.echo?.storedVersion) {
      this.replaces = String(outcome.echo.storedVersion);
      // The other text is shown: who reads it takes from it what they had not.
      const other = String(outcome.echo["stored.definition"] ?? "");
      for (const mark of marksIn(other)) if (!this.text.includes(mark)) this.text += mark;
    }
    return false;
  }
}

async function expectNothingLost(model: Model, people: Person[], told: string): Promise<void> {
  const { text } = await model.stored();
  const held = [text, ...people.map((person) => person.text)].join("");
  for (let mark = 1; mark <= model.typed; mark += 1) expect(held, told).toContain(`[${mark}]`);
  expect(
    (await listTerms(AT)).map(({ definition }) => definition),
    told,
  ).toEqual([model.published]);
}

test.each(Array.from({ length: SEQUENCES }, (_, seed) => seed + 1))(
  "two people on one page lose no character, and the public sees no working copy (%i)",
  async (seed) => {
    const random = chance(seed);
    const [anne, bruno] = [await makeEditor(), await makeEditor()];
    const row = await makeTerm({ name: "Alliance", definition: "Au départ.", source: "La fiche" });
    const model = new Model(anne, row);
    const people = [anne, bruno].map((editor) => new Person(model, editor, random));
    for (const person of people) await person.open();
    const lost = () => oneOf(["nothing", "nothing", "nothing", "question", "answer"] as const, random);
    const acts: Record<string, (person: Person) => unknown> = {
      type: (person) => person.type(),
      "type more": (person) => person.type(),
      keep: (person) => person.keep(lost()),
      "keep again": (person) => person.keep(lost()),
      save: (person) => person.send("save", lost()),
      publish: (person) => person.send("publish", lost()),
      reload: (person) => person.open(),
      "sign out": (person) => (person.isSignedIn = false),
      "sign in": (person) => (person.isSignedIn = true),
    };
    const done: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      const together = random() < 0.2 ? people : [oneOf(people, random)];
      const chosen = together.map((person) => [person, oneOf(Object.keys(acts), random)] as const);
      // Two publications at once: which came last is for the database to say.
      const both = chosen.filter(([, name]) => name === "publish").length === 2;
      done.push(chosen.map(([person, name]) => `${people.indexOf(person)} ${name}`).join(" + "));
      if (both) for (const [person, name] of chosen) await acts[name]?.(person);
      else await Promise.all(chosen.map(([person, name]) => acts[name]?.(person)));
      await expectNothingLost(model, people, done.join(", "));
    }
    for (const person of people) {
      person.isSignedIn = true;
      for (let tries = 0; tries < 3 && !(await person.send("save")); tries += 1);
    }
    const { text } = await model.stored();
    for (let mark = 1; mark <= model.typed; mark += 1) expect(text, done.join(", ")).toContain(`[${mark}]`);
  },
);
