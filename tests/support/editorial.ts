import type { Editor } from "#lib/auth/editor";
import { saveCentre } from "#lib/centres/mutations";
import { findCentreForEditor, listCentresForEditor } from "#lib/centres/queries";
import { centreEdit } from "#lib/centres/schema";
import type { Saved } from "#lib/editorial/mutations";
import type { EditorialNoun, EditorialState } from "#lib/editorial/schema";
import { saveFigure } from "#lib/figures/mutations";
import { findFigureForEditor, listFiguresForEditor } from "#lib/figures/queries";
import { figureEdit } from "#lib/figures/schema";
import type { FormValues } from "#lib/forms/state";
import { saveTerm } from "#lib/glossary/mutations";
import { findTermForEditor, listTermsForEditor } from "#lib/glossary/queries";
import { termEdit } from "#lib/glossary/schema";
import { saveNeed } from "#lib/needs/mutations";
import { findNeedForEditor, listNeedsForEditor } from "#lib/needs/queries";
import { needEdit, reasonField } from "#lib/needs/schema";
import { savePage } from "#lib/pages/mutations";
import { findPageForEditor, listPagesForEditor } from "#lib/pages/queries";
import { pageEdit } from "#lib/pages/schema";
import { saveResource } from "#lib/resources/mutations";
import { findResourceForEditor, listResourcesForEditor } from "#lib/resources/queries";
import { resourceEdit } from "#lib/resources/schema";
import { saveWebinar } from "#lib/webinars/mutations";
import { findWebinarForEditor, listWebinarsForEditor } from "#lib/webinars/queries";
import { webinarEdit } from "#lib/webinars/schema";
import { makeCentre, makeCycle, makeNeed } from "#tests/support/factories";

/** What every noun offers to the back office, with the fields of its form as a browser posts them. */
export type Desk = {
  noun: EditorialNoun;
  form: () => Promise<FormValues>;
  /** A field, what is typed over it, and what is then read. */
  change: [field: string, typed: string, read: unknown];
  post: (editor: Editor, form: FormValues, at: Date) => Promise<Saved>;
  find: (editor: Editor, id: string) => Promise<(EditorialState & object) | null>;
  list: (editor: Editor) => Promise<EditorialState[]>;
};

const common = { slug: "une-fiche", source: "Le RAMEAU", confidence: "documented" };

export const DESKS: Desk[] = [
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
      train: "Suivre.",
      act: "Faire.",
      perspectives: ["projects", "ecosystem"],
      [reasonField((await makeCentre()).id)]: "Il y répond.",
    }),
    change: ["title", "Un autre besoin", "Un autre besoin"],
    post: (editor, form, at) => saveNeed(editor, needEdit.parse(form), at),
    find: findNeedForEditor,
    list: listNeedsForEditor,
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
    post: (editor, form, at) => saveCentre(editor, centreEdit.parse(form), at),
    find: findCentreForEditor,
    list: listCentresForEditor,
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
      links: "https://exemple.fr/a.pdf Télécharger\nhttps://exemple.fr/ Voir",
      needIds: (await makeNeed()).id,
      centreIds: [(await makeCentre()).id, (await makeCentre()).id],
    }),
    change: ["year", "", null],
    post: (editor, form, at) => saveResource(editor, resourceEdit.parse(form), at),
    find: findResourceForEditor,
    list: listResourcesForEditor,
  },
  {
    noun: "webinar",
    form: async () => ({
      ...common,
      cycleId: (await makeCycle()).id,
      needId: (await makeNeed()).id,
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
    change: ["capacity", "20", 20],
    post: (editor, form, at) => saveWebinar(editor, webinarEdit.parse(form), at),
    find: findWebinarForEditor,
    list: listWebinarsForEditor,
  },
  {
    noun: "page",
    form: async () => ({ ...common, position: "1", title: "Une page", summary: "Une phrase.", body: "Le texte." }),
    change: ["body", "Un autre texte.", "Un autre texte."],
    post: (editor, form, at) => savePage(editor, pageEdit.parse(form), at),
    find: findPageForEditor,
    list: listPagesForEditor,
  },
  {
    noun: "term",
    form: async () => ({ ...common, name: "RSE", aliases: "responsabilité sociétale", definition: "Ce que c’est." }),
    change: ["aliases", "", []],
    post: (editor, form, at) => saveTerm(editor, termEdit.parse(form), at),
    find: findTermForEditor,
    list: listTermsForEditor,
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
      theme: "Élus",
    }),
    change: ["percentage", "", null],
    post: (editor, form, at) => saveFigure(editor, figureEdit.parse(form), at),
    find: findFigureForEditor,
    list: listFiguresForEditor,
  },
];
