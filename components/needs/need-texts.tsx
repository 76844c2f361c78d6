import { parseMarkdown, plainTree, type Tree } from "#components/ui/prose";
import type { NeedDetail } from "#lib/needs/schema";

export type NeedTexts = Record<
  "summary" | "answer" | "firstStep" | "keyPoints" | "learn" | "train" | "act" | "body",
  Tree
>;

export const hasMinute = ({ answer, firstStep }: NeedDetail): boolean => answer !== "" && firstStep !== "";

/** What a need page says, in the order in which it is read; the summary where nobody wrote its minute. */
export function needTexts(need: NeedDetail): NeedTexts {
  const minute = (markdown: string) => parseMarkdown(hasMinute(need) ? markdown : "");
  return {
    summary: plainTree(hasMinute(need) ? "" : need.summary),
    answer: minute(need.answer),
    firstStep: minute(need.firstStep),
    keyPoints: minute(need.keyPoints),
    learn: parseMarkdown(need.learn),
    train: parseMarkdown(need.train),
    act: parseMarkdown(need.act),
    body: parseMarkdown(need.body),
  };
}
