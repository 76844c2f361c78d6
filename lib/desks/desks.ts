import { readableTranscript } from "#lib/captions/schema";
import { centreFields } from "#lib/centres/fields";
import { findCentreForEditor, listCentresForEditor } from "#lib/centres/queries";
import { centreEdit } from "#lib/centres/schema";
import { collectionFields, collectionValues } from "#lib/collections/fields";
import { findCollectionForEditor, unknownAddresses } from "#lib/collections/queries";
import { collectionEdit } from "#lib/collections/schema";
import { listCyclesForEditor } from "#lib/cycles/queries";
import { type AnyDesk, columnValues, desk } from "#lib/edit-forms/desk";
import { figureFields } from "#lib/figures/fields";
import { findFigureForEditor } from "#lib/figures/queries";
import { figureEdit } from "#lib/figures/schema";
import { sessionsWithFields } from "#lib/form-fields/queries";
import { termFields } from "#lib/glossary/fields";
import { findTermForEditor } from "#lib/glossary/queries";
import { termEdit } from "#lib/glossary/schema";
import { needFields, needValues } from "#lib/needs/fields";
import { findNeedForEditor, listNeedsForEditor } from "#lib/needs/queries";
import { needEdit } from "#lib/needs/schema";
import type { EditorialNoun } from "#lib/nouns/cards";
import { organisationFields } from "#lib/organisations/fields";
import { findOrganisationForEditor } from "#lib/organisations/queries";
import { organisationEdit } from "#lib/organisations/schema";
import { pageFields } from "#lib/pages/fields";
import { findPageForEditor } from "#lib/pages/queries";
import { isOwnAddress, pageEdit } from "#lib/pages/schema";
import { resourceFields, resourceValues } from "#lib/resources/fields";
import { resourceWords } from "#lib/resources/labels";
import { findResourceForEditor, listResourceChoices, listResourcesForEditor } from "#lib/resources/queries";
import { unknownDocuments } from "#lib/resources/relations/queries";
import { resourceEdit } from "#lib/resources/schema";
import { FORM_FROM, webinarFields, webinarValues } from "#lib/webinars/fields";
import { webinarWords } from "#lib/webinars/labels";
import { findWebinarForEditor, listWebinarsForEditor } from "#lib/webinars/queries";
import { ACTS, webinarEdit } from "#lib/webinars/schema";

const leadsNowhere = (address: string) =>
  `«\u202F${address}\u202F» ne mène à rien sur ce portail\u00A0: vérifiez l’adresse.`;

/** How each noun is edited; its save is in `mutations`, out of reach of what shows. */
export const DESKS = {
  need: desk({
    schema: needEdit,
    fields: async (editor) => needFields(await listCentresForEditor(editor)),
    values: needValues,
    find: findNeedForEditor,
  }),
  centre: desk({
    schema: centreEdit,
    fields: () => centreFields,
    values: columnValues,
    find: findCentreForEditor,
  }),
  resource: desk({
    schema: resourceEdit.superRefine(async ({ relations }, context) => {
      for (const address of await unknownDocuments(relations.map((relation) => relation.address))) {
        context.addIssue({ code: "custom", path: ["relations"], message: leadsNowhere(address) });
      }
    }),
    fields: async (editor) =>
      resourceFields({ needs: await listNeedsForEditor(editor), centres: await listCentresForEditor(editor) }),
    values: resourceValues,
    initial: { language: "fr" },
    find: findResourceForEditor,
    details: async (editor, ids) =>
      new Map((await listResourcesForEditor(editor, ids)).map((row) => [row.id, resourceWords(row)])),
  }),
  webinar: desk({
    schema: webinarEdit,
    fields: async (editor) =>
      webinarFields({
        needs: await listNeedsForEditor(editor),
        cycles: await listCyclesForEditor(editor),
        forms: await sessionsWithFields(editor),
      }),
    values: webinarValues,
    initial: { durationMinutes: 60 },
    acts: [...ACTS, FORM_FROM],
    tidy: async (values) => ({ ...values, transcript: await readableTranscript(values.transcript) }),
    find: findWebinarForEditor,
    details: async (editor, ids) =>
      new Map((await listWebinarsForEditor(editor, ids)).map((row) => [row.id, webinarWords(row)])),
  }),
  page: desk({
    schema: pageEdit,
    fields: () => pageFields,
    values: columnValues,
    find: findPageForEditor,
    isOwnAddress,
  }),
  collection: desk({
    schema: collectionEdit.superRefine(async ({ items }, context) => {
      for (const address of await unknownAddresses(items.map((item) => item.address))) {
        context.addIssue({ code: "custom", path: ["items"], message: leadsNowhere(address) });
      }
    }),
    fields: () => collectionFields,
    values: collectionValues,
    find: findCollectionForEditor,
  }),
  term: desk({
    schema: termEdit,
    fields: () => termFields,
    values: columnValues,
    find: findTermForEditor,
  }),
  figure: desk({
    schema: figureEdit,
    fields: async (editor) => figureFields(await listResourceChoices(editor)),
    values: columnValues,
    find: findFigureForEditor,
  }),
  organisation: desk({
    schema: organisationEdit,
    fields: () => organisationFields,
    values: columnValues,
    find: findOrganisationForEditor,
  }),
};

/** The desk of a noun, whatever it is: does not compile while a card has none. */
export const deskOf = (noun: EditorialNoun): AnyDesk => DESKS[noun];
