// Titles that go on from what is being typed, in the list that browsers have for it. Without it, a field is a field.
const SHORTEST = 3;
const PAUSE_MS = 250;

for (const field of document.querySelectorAll("input[type=search][name=q]")) {
  const list = Object.assign(document.createElement("datalist"), { id: `${field.id}-suggestions` });
  let asked = "";
  let turn = 0;

  async function suggest() {
    const typed = field.value.trim().toLowerCase();
    if (typed.length < SHORTEST || typed === asked) return;
    asked = typed;
    const answer = await fetch(`/suggestions?q=${encodeURIComponent(typed)}`).catch(() => null);
    if (!answer?.ok || typed !== asked) return;
    const titles = await answer.json();
    list.replaceChildren(...titles.map((value) => Object.assign(document.createElement("option"), { value })));
    if (list.isConnected) return;
    field.after(list);
    field.setAttribute("list", list.id);
  }

  field.addEventListener("input", () => {
    clearTimeout(turn);
    turn = setTimeout(suggest, PAUSE_MS);
  });
}
