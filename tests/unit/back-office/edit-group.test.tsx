import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { EditControl } from "#components/back-office/edit-field";
import { EditGroup } from "#components/back-office/edit-group";
import type { EditField } from "#lib/edit-forms/schema";
import type { FormState } from "#lib/forms/state";

const IDLE: FormState = { status: "idle" };
const refused = (name: string, values = {}): FormState => ({
  status: "invalid",
  fieldErrors: { [name]: "Trop long." },
  values,
});

describe("a group of fields", () => {
  const line = (name: string, required = false): EditField => ({
    name,
    label: name,
    group: "Le format",
    kind: "line",
    required,
  });
  const draw = (fields: EditField[], state: FormState = IDLE, harmed: string[] = []) =>
    renderToStaticMarkup(
      <EditGroup title="Le format" fields={fields} state={state} harmed={harmed} initial={{ a: "fr", b: "" }}>
        …
      </EditGroup>,
    );

  test("is folded under how many are filled in, where a page can do without them", () => {
    expect(draw(["a", "b", "c", "d"].map((name) => line(name)))).toMatch(
      /<details (?!open)[^>]*><summary[^>]*>Le format \(1 sur 4\)/,
    );
  });

  test("stands open when one of them is wrong", () => {
    expect(
      draw(
        ["a", "b", "c", "d"].map((name) => line(name)),
        refused("c"),
      ),
    ).toContain('<details open=""');
  });

  test("stands open when one of them keeps readers from reading", () => {
    const fields = ["a", "b", "c", "d"].map((name) => line(name));
    expect(draw(fields, IDLE, ["other", "c"])).toContain('<details open=""');
  });

  test("is in sight when it is short, or when a page needs one of them", () => {
    expect(draw(["a", "b", "c"].map((name) => line(name)))).not.toContain("<details");
    expect(draw([line("a"), line("b"), line("c"), line("d", true)])).not.toContain("<details");
  });
});

describe("the choices of a field", () => {
  const draw = (count: number, initial: string[], { state = IDLE as FormState, required = false } = {}) => {
    const options = Array.from({ length: count }, (_, rank) => ({ value: `${rank}`, label: `ODD ${rank}` }));
    const field: EditField = { name: "sdgs", label: "ODD", group: "Pour qui", kind: "choices", options, required };
    return renderToStaticMarkup(<EditControl field={field} state={state} initial={initial} />);
  };

  test("are folded under how many are ticked when they are many", () => {
    expect(draw(7, ["1", "2"])).toMatch(/<details (?!open)[^>]*><summary[^>]*>ODD \(2\u00A0choix\)/);
    expect(draw(5, [])).toContain("ODD (aucun choix)");
    expect(draw(4, ["1"])).not.toContain("<details");
  });

  test("stand open when they are wrong, or asked for and not made", () => {
    expect(draw(7, ["1"], { state: refused("sdgs", { sdgs: ["1", "2", "3"] }) })).toMatch(
      /<details open=""[^>]*><summary[^>]*>ODD \(3/,
    );
    expect(draw(7, [], { required: true })).toContain('<details open=""');
    expect(draw(7, ["1"], { required: true })).not.toContain('<details open=""');
  });
});
