import { describe, expect, it } from "vitest";
import { answerReading, askReading } from "#lib/desks/readings/mutations";
import { listReaders, listReadings, readingsAsked, titleWritten } from "#lib/desks/readings/queries";
import { readingRequest } from "#lib/desks/readings/schema";
import { db } from "#lib/platform/db";
import { trashItem } from "#lib/publication/trash/mutations";
import { AT, later } from "#tests/support/clock";
import { editionAt, openedNew } from "#tests/support/edition";
import { makeEditor, makeTerm, unknownId } from "#tests/support/factories";
import { withQueues } from "#tests/support/registrations";

withQueues();

async function asked() {
  const [asker, reader] = [await makeEditor(), await makeEditor()];
  const { id } = await makeTerm({ name: "Alliance", publishedAt: null });
  const request = {
    noun: "term",
    id,
    colleague: reader.userId,
    readField: "definition",
    readComment: "Est-ce clair ?",
  } as const;
  const ask = () => askReading(asker, request, "Alliance", AT);
  return { asker, reader, id, request, ask };
}

describe("a second reading", () => {
  it("is a task of whoever is asked, who is written to with the page as it will be", async () => {
    const { asker, reader, id, ask } = await asked();
    expect(await ask()).toEqual({ ok: true });
    expect(await readingsAsked(reader)).toEqual([{ noun: "term", itemId: id, title: "Alliance", askedBy: asker.name }]);
    expect(await readingsAsked(asker)).toEqual([]);
    const mail = await db.outgoingMail.findFirstOrThrow();
    const user = await db.user.findUniqueOrThrow({ where: { id: reader.userId } });
    expect(mail).toMatchObject({ kind: "account-reading-asked", to: user.email });
    for (const words of ["Est-ce clair", "/apercu/", `/administration/glossaire/${id}#relectures`])
      expect(mail.text).toContain(words);
    expect(await listReadings(reader, id)).toMatchObject([{ own: true, field: "definition", answer: null }]);
    expect(await listReadings(asker, id)).toMatchObject([{ own: false }]);
  });

  it("is answered once, by whoever was asked alone, and who asked is told", async () => {
    const { asker, reader, id, ask } = await asked();
    await ask();
    const [{ id: reading } = { id: "" }] = await listReadings(reader, id);
    expect(await answerReading(asker, { reading, readAnswer: "Moi." }, AT)).toBeNull();
    expect(await answerReading(reader, { reading, readAnswer: "Oui, sauf la fin." }, later(1))).toEqual({
      noun: "term",
      id,
    });
    expect(await answerReading(reader, { reading, readAnswer: "Encore." }, later(2))).toBeNull();
    expect(await readingsAsked(reader)).toEqual([]);
    expect(await listReadings(asker, id)).toMatchObject([{ answer: "Oui, sauf la fin.", answeredAt: later(1) }]);
    const told = await db.outgoingMail.findMany({ where: { kind: "account-reading-answered" } });
    expect(told).toMatchObject([{ text: expect.stringContaining("Oui, sauf la fin.") }]);
  });

  it("is asked of no one who cannot sign in, nor of oneself, and with a word", async () => {
    const { asker, reader, request } = await asked();
    await db.user.update({ where: { id: reader.userId }, data: { disabledAt: AT } });
    for (const colleague of [reader.userId, asker.userId, unknownId()])
      expect(await askReading(asker, { ...request, colleague }, "Alliance", AT)).toEqual({
        ok: false,
        reason: "unknown",
      });
    expect(await listReaders(asker)).toEqual([]);
    expect(await db.outgoingMail.count()).toBe(0);
    expect(readingRequest.safeParse({ ...request, readComment: " " }).error?.issues[0]?.message).toContain(
      "Dites ce que",
    );
  });

  it("waits no more once its text is thrown away", async () => {
    const { asker, reader, id, ask } = await asked();
    await ask();
    await trashItem(asker, { noun: "term", id }, AT);
    expect(await readingsAsked(reader)).toEqual([]);
  });

  it("stands before those that were answered, and twenty are shown", async () => {
    const { asker, reader, id } = await asked();
    const rank = (answer: string, askedAt: Date, answeredAt: Date | null) => ({
      noun: "term" as const,
      itemId: id,
      title: "Alliance",
      comment: "Est-ce clair ?",
      askedById: asker.userId,
      askedOfId: reader.userId,
      answer,
      askedAt,
      answeredAt,
    });
    const data = [
      rank("1", AT, later(3)),
      rank("2", later(1), later(4)),
      rank("3", later(2), null),
      rank("4", later(3), null),
    ];
    await db.secondReading.createMany({ data });
    expect((await listReadings(reader, id)).map(({ answer }) => answer)).toEqual(["4", "3", "2", "1"]);
    await db.secondReading.createMany({ data: Array.from({ length: 17 }, () => rank("0", AT, AT)) });
    expect(await listReadings(reader, id)).toHaveLength(20);
  });

  it("has waited longest when it is the first to answer", async () => {
    const reader = await makeEditor();
    for (const [rank, name] of ["Alliance", "Bien commun"].entries()) {
      const { id } = await makeTerm({ name, publishedAt: null });
      const data = { noun: "term", itemId: id, title: name, comment: "Oui ?", askedOfId: reader.userId } as const;
      await db.secondReading.create({ data: { ...data, askedAt: later(-rank) } });
    }
    expect((await readingsAsked(reader)).map(({ title }) => title)).toEqual(["Bien commun", "Alliance"]);
  });

  it("is named after what is being written", async () => {
    const editor = await makeEditor();
    const form = { ...openedNew(), name: "Alliance à venir" };
    await editionAt().post("term", form, editor);
    expect(await titleWritten(editor, "term", form.id)).toBe("Alliance à venir");
    expect(await titleWritten(editor, "term", unknownId())).toBeNull();
  });
});
