import { describe, expect, test } from "vitest";
import { toldTogether } from "#components/figures/common-words";

const CROWDS = ["Français", "maires", "dirigeants"];
const all = (of: (crowd: string) => string) => CROWDS.map(of);

describe("what figures say alike is said once", () => {
  test("of whom they are shares", () => {
    const own = ["financent un conseil", "évaluent leur impact", "le disent"];
    expect(toldTogether(own.map((words) => `des fondations ${words}`))).toEqual({
      caption: "En pourcentage des fondations",
      own,
    });
  });

  test("what each public thinks", () => {
    expect(toldTogether(all((crowd) => `des ${crowd} croient aux alliances`))).toEqual({
      caption: "… croient aux alliances",
      own: all((crowd) => `des ${crowd}`),
    });
  });

  test.each([
    ["two figures", ["des fondations financent un conseil", "des fondations évaluent leur impact"]],
    ["too little in common", all((crowd) => `des ${crowd} agissent ici`)],
    ["one word of its own", all((crowd) => `${crowd} croient aux alliances`)],
    ["the same words", all(() => "des maires le disent")],
    ["a beginning that is no part of anybody", all((crowd) => `les maires ${crowd} en doutent beaucoup|${crowd}`)],
    ["nothing", []],
  ])("not with %s", (_, statements) => {
    expect(toldTogether(statements)).toEqual({ caption: null, own: statements });
  });
});
