import { expect, test } from "vitest";
import { decoded, isText } from "#lib/files/decoding/rules";

const utf16 = (text: string) => Buffer.from(text, "utf16le");

// In Greek no byte of UTF-16 is zero, but those of the spaces: only the mark tells.
test.each([
  ["UTF-8", Buffer.from("Λάμπρος Ζωή")],
  ["UTF-8 with its mark", Buffer.from("\uFEFFΛάμπρος Ζωή")],
  ["UTF-16 with its mark", utf16("\uFEFFΛάμπρος Ζωή")],
  ["UTF-16 the other way round", utf16("\uFEFFΛάμπρος Ζωή").swap16()],
])("a text in %s is read", (_, bytes) => {
  expect(decoded(bytes)).toBe("Λάμπρος Ζωή");
});

test.each([
  ["UTF-16 without its mark", utf16("Élue Œuvre")],
  ["Windows-1252", Buffer.from([0xc9, 0x6c, 0x75, 0x65, 0x20, 0x8c, 0x75, 0x76, 0x72, 0x65])],
])("a text in %s is guessed", (_, bytes) => {
  expect(decoded(bytes)).toBe("Élue Œuvre");
});

test("what no text means tells a file that is none, whatever it is written in", () => {
  expect(isText(utf16("WEBVTT\r\n\n\tŒuvre"))).toBe(true);
  expect(isText(Buffer.from("Élue\u0000"))).toBe(false);
  expect(isText(Buffer.from([0x25, 0x50, 0x44, 0x46, 0x01, 0xe2]))).toBe(false);
});
