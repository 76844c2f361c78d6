import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  codeForm,
  emailForm,
  identityForm,
  invitationTarget,
  passwordForm,
  secondFactorForm,
  sessionForm,
} from "#lib/accounts/schema";
import { broughtReport } from "#lib/attendance/reports/schema";
import { journalQuery } from "#lib/audit/schema";
import { accountSchema, signInForm, signInSchema } from "#lib/auth/schema";
import { selectionQuery } from "#lib/bulk/schema";
import { centreEdit } from "#lib/centres/schema";
import { collectionEdit } from "#lib/collections/schema";
import { cycleEdit, newCycle } from "#lib/cycles/schema";
import { readingAnswer, readingRequest } from "#lib/desks/readings/schema";
import { despiteField } from "#lib/editorial/schema";
import { figureEdit } from "#lib/figures/schema";
import { termEdit } from "#lib/glossary/schema";
import { decided, decision, proposalQuery } from "#lib/harvest/proposals/schema";
import { newSource } from "#lib/harvest/schema";
import { listQuery } from "#lib/items/schema";
import { mailListQuery } from "#lib/mail/schema";
import { templateForm } from "#lib/mail/template-form";
import { needEdit, reasonField } from "#lib/needs/schema";
import { organisationEdit } from "#lib/organisations/schema";
import { groupEdit, tablePublication } from "#lib/orientation/schema";
import { pageEdit } from "#lib/pages/schema";
import { changedPartnerLink } from "#lib/partner-links/schema";
import { digestPreferences } from "#lib/people/digest/schema";
import { departureFields } from "#lib/publication/departures/schema";
import { questionDecision, questionEdit } from "#lib/questions/schema";
import { remarkForm, remarkQuery } from "#lib/remarks/schema";
import { resourceEdit, resourceQuery } from "#lib/resources/schema";
import { historyQuery } from "#lib/revisions/schema";
import { peopleQuery } from "#lib/roster/people/schema";
import { searchSettings, siteQuery } from "#lib/search/schema";
import { webinarEdit } from "#lib/webinars/schema";

/** A form that takes anything brings a page, a message or the database down: each of its fields has an end. */

/** What a form says of one field, whatever it misses elsewhere. */
const fault = async (schema: z.ZodType, field: string, typed: string) =>
  (await schema.safeParseAsync({ [field]: typed })).error?.issues.find(({ path }) => path[0] === field)?.message;

const LONG_TEXT = 30_000;
const TEXTS: Record<string, [schema: z.ZodType, fields: Record<string, number>]> = {
  need: [needEdit, { title: 120, question: 140, summary: 420, body: LONG_TEXT, slug: 120, source: 500 }],
  "minute of a need": [needEdit, { answer: 300, firstStep: 300, keyPoints: 700 }],
  collection: [collectionEdit, { title: 120, summary: 420 }],
  organisation: [organisationEdit, { name: 200, summary: 300 }],
  remark: [remarkForm, { text: 1000 }],
  centre: [centreEdit, { name: 120, summary: 220 }],
  resource: [resourceEdit, { title: 200, summary: 420, body: 300_000, dateLabel: 80, licence: 120, publisher: 200 }],
  webinar: [webinarEdit, { title: 200, summary: 420, transcript: 200_000 }],
  page: [pageEdit, { title: 120, summary: 200 }],
  term: [termEdit, { name: 120, definition: 1000 }],
  figure: [
    figureEdit,
    { value: 20, statement: 240, population: 300, survey: 300, period: 80, sample: 200, theme: 120 },
  ],
  question: [questionEdit, { text: 1000, theme: 80, answer: 10_000 }],
  message: [templateForm, { subject: 200, body: 10_000 }],
  "partner link": [changedPartnerLink, { partner: 120 }],
  cycle: [cycleEdit, { title: 120 }],
  "second reading": [readingRequest, { readComment: 2000 }],
  "answer to a second reading": [readingAnswer, { readAnswer: 2000 }],
  withdrawal: [z.object(departureFields), { reason: 300, instead: 300 }],
  "publication despite a harm": [z.object(despiteField), { despite: 300 }],
  account: [accountSchema, { name: 120 }],
  "sign-in": [signInForm, { retour: 2000, password: 1000 }],
  credentials: [signInSchema, { code: 20 }],
  "second step": [codeForm, { code: 40, retour: 2000 }],
  "second factor": [secondFactorForm, { code: 40 }],
  identity: [identityForm, { present: 1000, retour: 2000 }],
  "change of password": [passwordForm, { present: 1000 }],
  "change of address": [emailForm, { emailPresent: 1000 }],
};

describe.each(Object.entries(TEXTS))("in the form of a %s", (_, [schema, fields]) => {
  test.each(Object.entries(fields))("%s has %d characters at most", async (field, most) => {
    expect(await fault(schema, field, "a".repeat(most))).toBeUndefined();
    expect(await fault(schema, field, "a".repeat(most + 1))).toMatch("trop long");
  });
});

test("the language of a resource has 35 characters at most, and is one", async () => {
  expect(await fault(resourceEdit, "language", "a".repeat(35))).toMatch("le code d’une langue");
  expect(await fault(resourceEdit, "language", "a".repeat(36))).toMatch("trop long");
});

const EMPTY: [form: string, field: string, schema: z.ZodType, typed: string, message: string][] = [
  ["second step", "code", codeForm, " ", "Indiquez le code."],
  ["second factor", "code", secondFactorForm, " ", "Indiquez le code."],
  ["identity", "present", identityForm, "", "Indiquez votre mot de passe actuel."],
  ["source", "url", newSource, " ", "Indiquez l’adresse du site ou du flux."],
  ["choice of what to follow", "choices", digestPreferences, "", "Choisissez au moins une chose à suivre."],
  ["resource", "links", resourceEdit, "https://exemple.fr/1", "Écrivez sur chaque ligne l’adresse, une espace"],
];

test.each(EMPTY)("in the form of a %s, nothing is no %s", async (_, field, schema, typed, message) => {
  expect(await fault(schema, field, typed)).toMatch(message);
});

test("what is followed is chosen: something, and no more than there is", async () => {
  const isRefused = (choices: unknown) =>
    digestPreferences.safeParse({ choices }).error?.issues.some(({ path }) => path[0] === "choices") ?? false;
  expect(isRefused([])).toBe(true);
  expect([40, 41].map((count) => isRefused(Array(count).fill("tout")))).toEqual([false, true]);
});

/** Drawn with the form, or its button: a person never types it. */
const HIDDEN: [form: string, field: string, most: number, schema: z.ZodType][] = [
  ["session", "key", 64, sessionForm],
  ["invitation", "key", 64, invitationTarget],
  ["cycle", "shown", 64, newCycle],
  ["question", "shown", 64, questionDecision],
  ["line of orientation", "need", 120, groupEdit],
  ["line of orientation", "shown", 100, groupEdit],
  ["table of orientation", "shown", 100, tablePublication],
  ["setting of the search", "shown", 100, searchSettings],
  ["decision", "back", 500, decision],
];

test.each(HIDDEN)("in the form of a %s, the hidden field %s has an end: %d", async (_, field, most, schema) => {
  expect(await fault(schema, field, "a".repeat(most))).toBeUndefined();
  expect(await fault(schema, field, "a".repeat(most + 1))).toBeDefined();
});

/** Rows before the first page are an error of the database, and so are too many to be counted. */
const PAGES: [list: string, most: number, schema: z.ZodType<{ page: number }>][] = [
  ["the journal", 10_000, journalQuery],
  ["the history of an item", 10_000, historyQuery],
  ["items", 10_000, listQuery],
  ["people", 10_000, peopleQuery],
  ["proposals", 10_000, proposalQuery],
  ["a search", 1000, siteQuery],
];

test.each(PAGES)("the list of %s has pages from 1 to %d: any other is the first", (_, most, schema) => {
  const pages = [1, most, 0, -1, most + 1, 1.5, "x"];
  expect(pages.map((page) => schema.parse({ page: `${page}` }).page)).toEqual([1, most, 1, 1, 1, 1, 1]);
});

test("messages and versions begin at 1 too", () => {
  expect(["2", "1", "0"].map((page) => mailListQuery.parse({ page }).page)).toEqual([2, 1, 1]);
  expect(["2", "1", "0"].map((version) => historyQuery.parse({ version }).version)).toEqual([2, 1, undefined]);
});

test("what an address narrows a library to is bounded, and is something", () => {
  const LANGUAGE = "fr-x-aaaaaaaa-aaaaaaaa-aaaaaaaa-aa";
  const narrowed = (typed: object) => {
    const { langue, territoire, licence } = resourceQuery.parse(typed);
    return [...langue, ...territoire, ...licence].length;
  };
  expect(LANGUAGE).toHaveLength(34);
  expect([`${LANGUAGE}a`, `${LANGUAGE}aa`].map((langue) => narrowed({ langue }))).toEqual([1, 0]);
  expect([0, 1, 200, 201].map((length) => narrowed({ territoire: "a".repeat(length) }))).toEqual([0, 1, 1, 0]);
  expect([0, 1, 120, 121].map((length) => narrowed({ licence: "a".repeat(length) }))).toEqual([0, 1, 1, 0]);
});

test("the address of a page that a remark is about has three hundred characters at most", () => {
  expect([300, 301].map((length) => remarkQuery.parse({ page: "a".repeat(length) }).page?.length)).toEqual([
    300,
    undefined,
  ]);
});

test("what was just decided is counted from nothing to a whole page", () => {
  const isRead = (nombre: number, sur: number) => decided.safeParse({ acte: "accept", nombre, sur }).success;
  expect([isRead(0, 0), isRead(20, 20), isRead(-1, 0), isRead(0, -1), isRead(21, 20), isRead(20, 21)]).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

const LINES: [form: string, field: string, most: number, schema: z.ZodType, line: (index: number) => string][] = [
  ["need", "situations", 4, needEdit, String],
  ["organisation", "aliases", 20, organisationEdit, String],
  ["organisation", "signatures", 20, organisationEdit, String],
  ["collection", "items", 60, collectionEdit, (index) => `/ressources/document-${index} 3 Pour lire`],
  ["resource", "territories", 20, resourceEdit, String],
  ["webinar", "documents", 20, webinarEdit, (index) => `https://exemple.fr/${index} Un lien`],
  ["line of orientation", "lines", 40, groupEdit, (index) => (index ? `/ressources/a-${index} 3 Pour lire` : "Agir")],
  ["setting of the search", "synonyms", 300, searchSettings, (index) => `mot-${index}, autre-${index}`],
  ["setting of the search", "tests", 60, searchSettings, (index) => `mot ${index} → /besoins`],
  ["centre", "partners", 20, centreEdit, String],
  ["term", "aliases", 20, termEdit, String],
  ["webinar", "speakers", 20, webinarEdit, String],
  ["resource", "authors", 50, resourceEdit, String],
  ["resource", "links", 20, resourceEdit, (index) => `https://exemple.fr/${index} Un lien`],
  ["resource", "relations", 20, resourceEdit, (index) => `Cite /ressources/document-${index}`],
];

test.each(LINES)("in the form of a %s, %s has %d lines at most", async (_, field, most, schema, line) => {
  const lines = (count: number) => Array.from({ length: count }, (__, index) => line(index)).join("\n");
  expect(await fault(schema, field, lines(most))).toBeUndefined();
  expect(await fault(schema, field, lines(most + 1))).toBe(`Pas plus de ${most} lignes.`);
});

const NUMBERS: [form: string, field: string, least: number, most: number, schema: z.ZodType][] = [
  ["need", "position", 0, 9999, needEdit],
  ["resource", "year", 1900, 2100, resourceEdit],
  ["resource", "pages", 1, 100_000, resourceEdit],
  ["resource", "durationMinutes", 1, 100_000, resourceEdit],
  ["resource", "sdgs", 1, 17, resourceEdit],
  ["webinar", "durationMinutes", 5, 600, webinarEdit],
  ["webinar", "capacity", 1, 100_000, webinarEdit],
  ["figure", "percentage", 0, 100, figureEdit],
  ["partner link", "quota", 1, 100_000, changedPartnerLink],
];

test.each(NUMBERS)("in the form of a %s, %s goes from %d to %d", async (_, field, least, most, schema) => {
  for (const inside of [least, most]) expect(await fault(schema, field, `${inside}`)).toBeUndefined();
  for (const outside of [least - 1, most + 1]) expect(await fault(schema, field, `${outside}`)).toBeDefined();
});

test("the file of a report has a million bytes at most", () => {
  const isRefused = (size: number) =>
    broughtReport
      .safeParse({ report: new File(["a".repeat(size)], "a.csv") })
      .error?.issues.some(({ path }) => path[0] === "report");
  expect([1_000_000, 1_000_001].map(isRefused)).toEqual([false, true]);
});

test("why a centre answers a need is said in four hundred characters", async () => {
  const reasons = (length: number) =>
    needEdit.safeParse({ [reasonField("018f5d3a-0000-7000-8000-000000000000")]: "a".repeat(length) });
  const isRefused = (length: number) => reasons(length).error?.issues.some(({ path }) => path[0] === "centres");
  expect([400, 401].map(isRefused)).toEqual([false, true]);
});

test("a line has three hundred characters at most, an address two thousand", async () => {
  expect(await fault(centreEdit, "partners", "a".repeat(300))).toBeUndefined();
  expect(await fault(centreEdit, "partners", "a".repeat(301))).toMatch("trop longue");
  const address = (length: number) => "https://exemple.fr/".padEnd(length, "a");
  expect(await fault(centreEdit, "url", address(2000))).toBeUndefined();
  expect(await fault(centreEdit, "url", address(2001))).toMatch("trop longue");
});

test("the address of an account has 254 characters at most, its password one at least", async () => {
  const address = (length: number) => "@exemple.fr".padStart(length, "a");
  expect(await fault(accountSchema, "email", address(254))).toBeUndefined();
  expect(await fault(accountSchema, "email", address(255))).toMatch("trop long");
  expect(await fault(signInForm, "password", "")).toBe("Indiquez votre mot de passe.");
});

test("what is asked of many items has an end: as many as a page shows, an act, a reason", () => {
  const read = (fiche: number, acte: number, raison: number) => {
    const id = "018f5d3a-0000-7000-8000-000000000000";
    const typed = { fiche: Array(fiche).fill(id), acte: "a".repeat(acte), raison: "a".repeat(raison) };
    const { fiche: ids, acte: act, raison: reason } = selectionQuery.parse(typed);
    return [ids.length, act.length, reason?.length];
  };
  expect(read(200, 120, 300)).toEqual([200, 120, 300]);
  expect(read(201, 121, 301)).toEqual([0, 0, undefined]);
});
