import { randomBytes, randomUUID } from "node:crypto";
import { accountOf, asPartner, type Editor, type Partner } from "#lib/auth/editor";
import { personFor } from "#lib/people/mutations";
import { db } from "#lib/platform/db";
import type { Prisma } from "#prisma/client";
import { AT, DAY, later } from "#tests/support/clock";

/**
 * Rows with everything filled in, published and documented; a test names only what it is about.
 * Each call makes a new row with a slug and a title of its own.
 */

let made = 0;
const next = () => {
  made += 1;
  return made;
};
const published = { source: "Les tests", confidence: "documented", publishedAt: later(-30 * DAY) } as const;

export function makeNeed(overrides: Partial<Prisma.NeedUncheckedCreateInput> = {}) {
  const number = next();
  return db.need.create({
    data: {
      slug: `besoin-${number}`,
      position: number,
      title: `Besoin ${number}`,
      question: `Comment répondre au besoin ${number} ?`,
      summary: `Ce que recouvre le besoin ${number}.`,
      answer: "Oui.",
      firstStep: "Un geste.",
      keyPoints: "- Un point.",
      body: "Ce que le besoin recouvre.",
      learn: "S’informer.",
      train: "Se former.",
      act: "Agir.",
      perspectives: ["ecosystem"],
      ...published,
      ...overrides,
    },
  });
}

export function makeCentre(overrides: Partial<Prisma.CentreUncheckedCreateInput> = {}) {
  const number = next();
  return db.centre.create({
    data: {
      slug: `centre-${number}`,
      position: number,
      name: `Centre ${number}`,
      summary: `Ce qu’on trouve au centre ${number}.`,
      body: "Présentation du centre.",
      partners: ["Un partenaire"],
      audiences: ["association"],
      url: `https://centre-${number}.example/`,
      ...published,
      ...overrides,
    },
  });
}

export function makeResource(overrides: Partial<Prisma.ResourceUncheckedCreateInput> = {}) {
  const number = next();
  return db.resource.create({
    data: {
      slug: `ressource-${number}`,
      title: `Ressource ${number}`,
      type: "guide",
      summary: `Ce que dit la ressource ${number}.`,
      body: "",
      authors: [],
      publisher: "Un éditeur",
      partners: [],
      year: 2019,
      audiences: ["association"],
      phases: ["design"],
      sdgs: [17],
      ...published,
      ...overrides,
    },
  });
}

export function makeCycle(overrides: Partial<Prisma.CycleUncheckedCreateInput> = {}) {
  const number = next();
  return db.cycle.create({ data: { slug: `cycle-${number}`, title: `Cycle ${number}`, ...overrides } });
}

/** A session ten days after AT, for twenty people; its cycle is made unless named. */
export async function makeWebinar(overrides: Partial<Prisma.WebinarUncheckedCreateInput> = {}) {
  const number = next();
  return db.webinar.create({
    data: {
      slug: `webinaire-${number}`,
      cycleId: overrides.cycleId ?? (await makeCycle()).id,
      title: `Webinaire ${number}`,
      summary: `Ce dont parle le webinaire ${number}.`,
      body: "Le déroulé.",
      startsAt: later(10 * DAY),
      capacity: 20,
      speakers: [],
      ...published,
      ...overrides,
    },
  });
}

/** Somebody who has an address, made when nobody has it. @returns their identifier */
export const makePerson = async (email: string): Promise<string> => (await personFor(db, email, AT)).id;

/** A confirmed registration; its webinar and its person are made unless named. @returns also the address of the person */
export async function makeRegistration({
  email = `personne.${next()}@exemple.fr`,
  ...overrides
}: Partial<Prisma.RegistrationUncheckedCreateInput> & { email?: string } = {}) {
  const number = next();
  const row = await db.registration.create({
    data: {
      webinarId: overrides.webinarId ?? (await makeWebinar()).id,
      personId: overrides.anonymisedAt ? null : await makePerson(email),
      firstName: "Camille",
      lastName: `Personne ${number}`,
      profile: "association",
      createdAt: AT,
      confirmedAt: overrides.status === undefined || overrides.status === "confirmed" ? AT : null,
      ...overrides,
    },
  });
  return { ...row, email };
}

export function makePage(overrides: Partial<Prisma.PageUncheckedCreateInput> = {}) {
  const number = next();
  const data = {
    slug: `page-${number}`,
    title: `Page ${number}`,
    summary: "Une page.",
    body: "Le texte.",
    position: number,
  };
  return db.page.create({ data: { ...data, ...published, ...overrides } });
}

export function makeCollection(overrides: Partial<Prisma.CollectionUncheckedCreateInput> = {}) {
  const number = next();
  return db.collection.create({
    data: {
      slug: `collection-${number}`,
      position: number,
      title: `Collection ${number}`,
      summary: "Ce qu’elle réunit.",
      ...published,
      ...overrides,
    },
  });
}

export function makeTerm(overrides: Partial<Prisma.TermUncheckedCreateInput> = {}) {
  const number = next();
  const data = { slug: `terme-${number}`, name: `Terme ${number}`, aliases: [], definition: "Une définition." };
  return db.term.create({ data: { ...data, ...published, ...overrides } });
}

export function makeOrganisation(overrides: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  const number = next();
  const data = { slug: `organisation-${number}`, name: `Organisation ${number}`, summary: "Ce qu’elle est." };
  return db.organisation.create({ data: { ...data, ...published, ...overrides } });
}

export function makeFigure(overrides: Partial<Prisma.FigureUncheckedCreateInput> = {}) {
  const number = next();
  return db.figure.create({
    data: {
      slug: `chiffre-${number}`,
      position: number,
      value: "76 %",
      percentage: 76,
      statement: "des personnes interrogées sont d’accord.",
      population: "Associations",
      survey: "Une enquête",
      period: "2015-2016",
      theme: "Alliances",
      ...published,
      ...overrides,
    },
  });
}

export async function makeUser(overrides: Partial<Prisma.UserUncheckedCreateInput> = {}) {
  const email = `equipe.${next()}@exemple.fr`;
  // Hashed by nobody: sign-in tests make their own.
  const data = {
    email,
    name: "Dominique Équipe",
    role: "administrator",
    passwordHash: randomBytes(16).toString("hex"),
  } as const;
  const centreId = overrides.role === "partner" ? (overrides.centreId ?? (await makeCentre()).id) : null;
  return db.user.create({ data: { ...data, ...overrides, centreId } });
}

/** A person who writes the working copies of a centre, which is made unless named. */
export async function makePartner(overrides: Partial<Prisma.UserUncheckedCreateInput> = {}): Promise<Partner> {
  const { id, name, role, centreId } = await makeUser({ name: "Camille Partenaire", ...overrides, role: "partner" });
  const partner = asPartner(accountOf({ userId: id, name, role, centreId }));
  if (!partner) throw new Error("A partner has a centre.");
  return partner;
}

/** A person allowed in the back office, with the row that an audit entry names. */
export async function makeEditor(overrides: Partial<Prisma.UserUncheckedCreateInput> = {}): Promise<Editor> {
  const { id, name, role } = await makeUser(overrides);
  return accountOf({ userId: id, name, role }) as Editor;
}

/** An identifier that no row has. */
export const unknownId = (): string => randomUUID();

/** A question that waits to be sorted; its session is made unless named. */
export async function makeQuestion(overrides: Partial<Prisma.QuestionUncheckedCreateInput> = {}) {
  const data = { text: `Question ${next()} ?`, createdAt: AT };
  return db.question.create({
    data: { ...data, ...overrides, webinarId: overrides.webinarId ?? (await makeWebinar()).id },
  });
}

/** An answer to the survey of a session, which is made unless named. */
export async function makeAnswer(overrides: Partial<Prisma.SurveyAnswerUncheckedCreateInput> = {}) {
  const data = { usefulness: 4, intention: "yes" } as const;
  const webinarId = overrides.webinarId ?? (await makeWebinar()).id;
  return db.surveyAnswer.create({ data: { ...data, ...overrides, webinarId } });
}

/** A message that waits, about nothing unless said. */
export const makeMail = (overrides: Partial<Prisma.OutgoingMailUncheckedCreateInput> = {}) =>
  db.outgoingMail.create({
    data: {
      kind: "registration-confirmed",
      to: "a@exemple.fr",
      subject: "Sujet",
      text: "Texte",
      html: "<p>Texte</p>",
      createdAt: AT,
      ...(overrides.registrationId && { subjects: { create: { registrationId: overrides.registrationId } } }),
      ...overrides,
    },
  });

/** A link that a partner passes on; its session is made unless named. */
/** A field of the form of a session; a line of text that nobody has to fill, unless told otherwise. */
export async function makeFormField(overrides: Partial<Prisma.FormFieldUncheckedCreateInput> = {}) {
  const number = next();
  const data = { label: `Demande ${number}`, kind: "line", position: number } as const;
  return db.formField.create({
    data: { ...data, ...overrides, webinarId: overrides.webinarId ?? (await makeWebinar()).id },
  });
}

export async function makePartnerLink(overrides: Partial<Prisma.PartnerLinkUncheckedCreateInput> = {}) {
  const number = next();
  const data = { partner: `Partenaire ${number}`, code: `partenaire-${number}`, createdAt: AT };
  return db.partnerLink.create({
    data: { ...data, ...overrides, webinarId: overrides.webinarId ?? (await makeWebinar()).id },
  });
}
