import type { z } from "zod";
import type { Editor } from "#lib/auth/editor";
import { saveCollection } from "#lib/collections/mutations";
import { type DESKS, deskOf } from "#lib/desks/desks";
import type { AnySave } from "#lib/edit-forms/desk";
import { saveNeed } from "#lib/needs/mutations";
import type { EditorialNoun } from "#lib/nouns/cards";
import { type PublishedEdition, type Saved, save } from "#lib/publication/mutations";
import { saveResource } from "#lib/resources/mutations";
import { saveWebinar } from "#lib/webinars/mutations";
import type { Prisma } from "#prisma/client";

type Typed<Noun extends EditorialNoun> = z.output<(typeof DESKS)[Noun]["schema"]>;
type Column<Noun extends EditorialNoun> = keyof Prisma.TypeMap["model"][Capitalize<Noun>]["payload"]["scalars"];

/** What a form holds beside columns is saved by its noun: does not compile while one has no save. */
type Saves = {
  [Noun in EditorialNoun as keyof Typed<Noun> extends Column<Noun> ? never : Noun]: (
    editor: Editor,
    input: Typed<Noun>,
    at: Date,
    edition?: PublishedEdition,
  ) => Promise<Saved>;
};

export const SAVES: Saves = {
  need: saveNeed,
  collection: saveCollection,
  resource: saveResource,
  webinar: saveWebinar,
};

const saveColumns =
  (noun: EditorialNoun): AnySave =>
  (editor, input, at, edition) =>
    save(
      editor,
      input,
      at,
      {
        noun,
        find: deskOf(noun).find,
        table: (tx) => Reflect.get(tx as object, noun),
        toRow: (typed) => typed,
      },
      edition,
    );

/** The save of a noun, whatever it is. */
export const saveOf = (noun: EditorialNoun): AnySave =>
  (SAVES as Partial<Record<EditorialNoun, AnySave>>)[noun] ?? saveColumns(noun);
