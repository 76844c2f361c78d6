import type { FormValues } from "#lib/forms/state";
import { reasonField } from "#lib/needs/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { makeCentre, makeCycle, makeNeed, makeResource } from "#tests/support/factories";

/** The edit form of a noun as a browser posts it. */
export type PostedForm = {
  noun: EditorialNoun;
  form: () => Promise<FormValues>;
  /** A field, what is typed over it, and what is then read. */
  change: [field: string, typed: string, read: unknown];
};

const common = { slug: "une-fiche", source: "Le RAMEAU", confidence: "documented" };

/** The last need and the last centre are those to begin with. */
async function tied() {
  const need = (await makeNeed()).id;
  const centreIds = [(await makeCentre()).id, (await makeCentre()).id];
  return { needIds: need, firstForNeedIds: need, centreIds, firstForCentreIds: centreIds.slice(1) };
}

export const POSTED_FORMS: PostedForm[] = [
  {
    noun: "need",
    form: async () => ({
      ...common,
      position: "3",
      title: "Un besoin",
      question: "Comment faire ?",
      summary: "Voici comment.",
      body: "## Couvre\n\nCeci.",
      learn: "Lire.",
      answer: "Oui.",
      firstStep: "Un geste.",
      keyPoints: "- Un point.",
      train: "Suivre.",
      act: "Faire.",
      perspectives: ["projects", "ecosystem"],
      [reasonField((await makeCentre()).id)]: "Il y répond.",
    }),
    change: ["title", "Un autre besoin", "Un autre besoin"],
  },
  {
    noun: "centre",
    form: async () => ({
      ...common,
      position: "3",
      name: "Un centre",
      summary: "On y trouve cela.",
      body: "Présentation.",
      partners: "ADASI\nORSE",
      audiences: "association",
      url: "https://centre.example/",
      urlCheckedOn: "2019-02-21",
    }),
    change: ["partners", "ORSE", ["ORSE"]],
  },
  {
    noun: "collection",
    form: async () => ({
      ...common,
      position: "3",
      title: "Un parcours",
      summary: "On y lit cela.",
      profile: "association",
      items: `5 minutes\n/besoins/${(await makeNeed()).slug} 3 Parce que.\n30 minutes\n/observatoire 10 Pour les chiffres.`,
    }),
    change: ["title", "Un autre parcours", "Un autre parcours"],
  },
  {
    noun: "resource",
    form: async () => ({
      ...common,
      title: "Une ressource",
      type: "guide",
      summary: "Pour qui, pour quoi.",
      body: "",
      authors: "",
      publisher: "",
      partners: "",
      year: "2016",
      dateLabel: "novembre 2016",
      licence: "",
      language: "fr",
      pages: "26",
      durationMinutes: "",
      audiences: ["association", "company"],
      phases: "design",
      sdgs: ["17", "11"],
      territories: "Occitanie\nBretagne",
      relations: `Suite de /ressources/${(await makeResource()).slug}`,
      links: "https://exemple.fr/a.pdf Télécharger | PDF | 2,4 Mo | en | 2026-11-20\nhttps://exemple.fr/ Voir",
      ...(await tied()),
    }),
    change: ["year", "", null],
  },
  {
    noun: "webinar",
    form: async () => ({
      ...common,
      cycleId: (await makeCycle()).id,
      needId: (await makeNeed()).id,
      theme: "un-theme",
      title: "Un webinaire",
      summary: "On y parle de cela.",
      body: "Le déroulé.",
      startsAt: "2027-01-21T13:00",
      durationMinutes: "60",
      capacity: "",
      speakers: "",
      roomUrl: "https://salle.example/",
      replayUrl: "https://video.example/1",
      replayPublished: "on",
      transcript: "Bonjour.",
      documents: "https://exemple.fr/diapos.pdf Le diaporama\nhttps://exemple.fr/ Un article",
    }),
    change: ["speakers", "Ada Martin", ["Ada Martin"]],
  },
  {
    noun: "page",
    form: async () => ({ ...common, position: "1", title: "Une page", summary: "Une phrase.", body: "Le texte." }),
    change: ["body", "Un autre texte.", "Un autre texte."],
  },
  {
    noun: "term",
    form: async () => ({ ...common, name: "RSE", aliases: "responsabilité sociétale", definition: "Ce que c’est." }),
    change: ["aliases", "", []],
  },
  {
    noun: "organisation",
    form: async () => ({
      ...common,
      name: "Une organisation",
      aliases: "UO",
      signatures: "UO et Le RAMEAU",
      kind: "association",
      summary: "Ce qu’elle est.",
      url: "https://organisation.example/",
    }),
    change: ["kind", "", null],
  },
  {
    noun: "figure",
    form: async () => ({
      ...common,
      position: "1",
      value: "76\u202F%",
      percentage: "76",
      statement: "des maires sont engagés.",
      population: "Maires",
      survey: "Enquête",
      period: "2016",
      sample: "",
      sourceUrl: "",
      resourceId: (await makeResource()).id,
      theme: "Élus",
    }),
    change: ["percentage", "", null],
  },
];
