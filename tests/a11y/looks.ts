import type { Page } from "@playwright/test";

/**
 * What is looked for in a page as it stands, by what the browser knows of it. Each name begins with what asks for it:
 * criteria of RGAA 4.1, or success criteria of WCAG 2.2. Runs in the page, whose policy a command of the browser passes.
 */
function lookers() {
  const of = (element: Element) => getComputedStyle(element);
  const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>(selector)];
  const told = (element: Element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  const isSeen = (element: Element) => {
    const { width, height, right } = element.getBoundingClientRect();
    // What only robots fill in stands beside the page.
    return (
      width > 0 &&
      height > 0 &&
      right + scrollX > 0 &&
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    );
  };
  /** Shown to readers of screens alone. */
  const isCut = (element: Element) => {
    const { clipPath, position, width } = of(element);
    return position === "absolute" && (clipPath === "inset(50%)" || width === "1px");
  };
  const ownText = (element: Element) =>
    [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ""))
      .join("")
      .trim();

  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const colourOf = (words: string): Colour => {
    if (!brush) throw new Error("This browser draws nothing.");
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = words;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha];
  };
  const light = ([red, green, blue]: Colour) => {
    const linear = [red, green, blue].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
  };
  const contrast = (one: Colour, other: Colour) => {
    const [low = 0, high = 0] = [light(one), light(other)].toSorted((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  /** What is painted behind; null where an image is. */
  const behind = (element: Element | null): Colour | null => {
    if (!element) return [255, 255, 255, 255];
    const { backgroundColor, backgroundImage } = of(element);
    if (backgroundImage !== "none") return null;
    const colour = colourOf(backgroundColor);
    return colour[3] === 255 ? colour : behind(element.parentElement);
  };

  const CONTROLS = "input:not([type=hidden]), select, textarea, button, summary";
  const TYPED = "input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=file]), select, textarea";
  const STOPS = `a[href], ${CONTROLS}, [tabindex]:not([tabindex="-1"])`;
  const stops = () => all(STOPS).filter((one) => isSeen(one) && !one.matches(":disabled, [tabindex='-1']"));

  const looks: Record<string, () => string[]> = {
    "9.1 headings": () => {
      const levels = all("h1, h2, h3, h4, h5, h6").filter((one) => one.checkVisibility());
      const ranks = levels.map(({ tagName }) => Number(tagName[1]));
      const jumps = levels.filter((_, index) => (ranks[index] ?? 0) > (ranks[index - 1] ?? 0) + 1).map(told);
      return ranks.filter((rank) => rank === 1).length === 1
        ? jumps
        : [`${levels.length} titles, not one h1`, ...jumps];
    },
    "10.6 links in sentences": () =>
      all("p a[href], li a[href], dd a[href], td a[href]")
        .filter((link) => {
          const place = link.closest("p, li, dd, td");
          const beside = (place?.textContent ?? "").length - (link.textContent ?? "").length;
          const { textDecorationLine, display } = of(link);
          const isInSentence = isSeen(link) && display === "inline" && link.parentElement === place && beside > 25;
          return isInSentence && ownText(place as Element).length > 20 && !textDecorationLine.includes("underline");
        })
        .map(told),
    "10.9 errors": () =>
      all("[aria-invalid=true]")
        .filter((field) => {
          const ids = (field.getAttribute("aria-describedby") ?? "").split(" ");
          return !ids.some((id) => /erreur/i.test(document.getElementById(id)?.textContent ?? ""));
        })
        .map(told),
    "13.2 windows": () => all("a[target]:not([target=_self], [target=_top]), form[target]").map(told),
    "WCAG 2.5.7 drags": () => all("[draggable=true], [ondragstart]").map(told),
    "12.6 landmarks": () => {
      const counts = ["main", "body > header, .site-header", "footer"].map((one) => `${one} × ${all(one).length}`);
      const navigations = all("nav, search, aside[aria-label]").filter(isSeen);
      const names = navigations.map((one) => {
        const by = one.getAttribute("aria-labelledby");
        const name = one.getAttribute("aria-label") ?? (by && document.getElementById(by)?.textContent) ?? "";
        return `${one.tagName} ${name}`;
      });
      return [
        ...counts.filter((count) => !count.endsWith("× 1")),
        ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands twice`),
      ];
    },
    "12.7 skip link": () => {
      const [first] = stops();
      const id = first?.getAttribute("href") ?? "";
      return id.startsWith("#") && document.getElementById(id.slice(1))?.matches("main")
        ? []
        : ["no skip link is first"];
    },
    "10.2 words in styles": () =>
      all("body *").flatMap((element) =>
        ["::before", "::after"]
          .map((part) => getComputedStyle(element, part).content)
          .filter((content) => /^".*\p{L}{2}/u.test(content))
          .map((content) => `${content} ${told(element)}`),
      ),
    "10.3 order": () =>
      all("main *, .site-header *, footer *")
        .filter((element) => {
          const { order, flexDirection, display } = of(element);
          const isTurned = /flex/.test(display) && flexDirection.endsWith("reverse");
          return isSeen(element) && (order !== "0" || isTurned) && /\p{L}/u.test(element.textContent ?? "");
        })
        .map(told),
    "10.13 what hovering shows": () => {
      const shown = /(?:^|;\s*)(?:display|visibility|opacity|clip-path|max-height|content-visibility)\s*:/;
      const rulesOf = (rules: CSSRuleList): CSSStyleRule[] =>
        [...rules].flatMap((rule) => [
          ...(rule instanceof CSSStyleRule ? [rule] : []),
          ...("cssRules" in rule ? rulesOf(rule.cssRules as CSSRuleList) : []),
        ]);
      return [...document.styleSheets]
        .flatMap((sheet) => rulesOf(sheet.cssRules))
        .filter(({ selectorText, style }) => /:hover\b/.test(selectorText) && shown.test(style.cssText))
        .map(({ cssText }) => cssText.slice(0, 140));
    },
    "3.2 placeholders": () =>
      all("[placeholder]")
        .filter((field) => {
          const ground = behind(field);
          return (
            isSeen(field) && ground && contrast(colourOf(getComputedStyle(field, "::placeholder").color), ground) < 4.5
          );
        })
        .map(told),
    "3.3 edges of fields": () =>
      all(TYPED)
        .filter((field) => {
          if (!isSeen(field)) return false;
          const around = behind(field.parentElement);
          const { borderTopColor, borderTopWidth, borderTopStyle } = of(field);
          const isDrawn = borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) >= 1;
          const own = behind(field);
          const edges = [...(isDrawn ? [colourOf(borderTopColor)] : []), ...(own ? [own] : [])];
          return around !== null && !edges.some((edge) => contrast(edge, around) >= 3);
        })
        .map(told),
    "WCAG 2.5.8 targets": () =>
      all(CONTROLS)
        .filter((control) => {
          if (!isSeen(control) || isCut(control)) return false;
          const target = (control as HTMLInputElement).labels?.[0] ?? control;
          const [own, label] = [control.getBoundingClientRect(), target.getBoundingClientRect()];
          return Math.max(own.width, label.width) < 24 || Math.max(own.height, label.height) < 24;
        })
        .map(told),
    "11.1 labels": () =>
      all(TYPED)
        .filter((field) => {
          const { labels } = field as HTMLInputElement;
          return (
            isSeen(field) &&
            !labels?.[0]?.textContent?.trim() &&
            !field.ariaLabel &&
            !field.hasAttribute("aria-labelledby")
          );
        })
        .map(told),
    "11.10 what is required": () =>
      all("form[method=post] :is(input, select, textarea):not([type=hidden], [type=radio], [type=checkbox])")
        .filter((field) => {
          const label = (field as HTMLInputElement).labels?.[0]?.textContent ?? "";
          const isRequired = field.matches(":required, [aria-required=true]");
          return isSeen(field) && isRequired && /facultatif/.test(label);
        })
        .map(told),
    "11.13 what browsers fill in": () =>
      all("form[method=post] :is(input[type=email], input[type=tel])")
        .filter((field) => isSeen(field) && !field.matches("[autocomplete]:not([autocomplete=off])"))
        .map(told),
    "WCAG 3.3.8 pasting": () =>
      all(TYPED)
        .filter((field) => {
          const paste = new ClipboardEvent("paste", {
            bubbles: true,
            cancelable: true,
            clipboardData: new DataTransfer(),
          });
          return isSeen(field) && !field.dispatchEvent(paste);
        })
        .map(told),
    "13.8 what moves by itself": () =>
      document
        .getAnimations()
        .filter((one) => {
          const { duration, iterations } = one.effect?.getComputedTiming() ?? {};
          return one.playState === "running" && Number(duration) * (iterations ?? 1) > 5_000;
        })
        .map((one) => told((one.effect as KeyframeEffect).target as Element)),
    "13.1 time": () => all("meta[http-equiv=refresh], marquee, blink").map(told),
    "4.10 sounds": () => all("audio[autoplay], video[autoplay]").map(told),
  };

  /** Asked in one state of the page only. */
  const states: Record<string, () => string[]> = {
    "10.11 sticks out": () => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth > clientWidth ? [`by ${scrollWidth - clientWidth} px`] : [];
    },
    "10.12 words cut off": () =>
      all("body *")
        .filter((element) => {
          const { overflowX, overflowY, textIndent } = of(element);
          const cuts = (way: string) => way === "hidden" || way === "clip";
          if (!ownText(element) || !isSeen(element) || isCut(element) || element.closest("svg")) return false;
          // A word that a drawing stands for is put aside on purpose.
          if (Number.parseFloat(textIndent) > 20) return false;
          const isWide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
          return isWide || (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1);
        })
        .map(told),
    "13.8 moves though asked not to": () =>
      document
        .getAnimations()
        .filter(({ playState }) => playState === "running")
        .map((one) => told((one.effect as KeyframeEffect).target as Element)),
    "10.5 controls without colours": () =>
      all(`${TYPED}, button`)
        .filter((control) => {
          const { borderTopStyle, borderTopWidth, textDecorationLine } = of(control);
          const isDrawn = borderTopStyle !== "none" && Number.parseFloat(borderTopWidth) >= 1;
          return isSeen(control) && !isDrawn && !textDecorationLine.includes("underline");
        })
        .map(told),
    "10.7 focus": () =>
      stops()
        .filter((stop) => {
          stop.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
          if (document.activeElement !== stop) return true;
          const { outlineStyle, outlineWidth, outlineColor } = of(stop);
          const around = behind(stop.parentElement);
          const isThin = outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2;
          return isThin || (around !== null && contrast(colourOf(outlineColor), around) < 3);
        })
        .map(told),
  };

  let met: { index: number; isHidden: boolean }[] = [];
  let expected: HTMLElement[] = [];
  return Object.assign(window, {
    lookAt: (names?: string[]) =>
      Object.entries(names ? states : looks)
        .filter(([name]) => !names || names.includes(name))
        .flatMap(([name, look]) => look().map((fault) => `${name}: ${fault}`)),
    /** @returns how many stops the keyboard should make */
    followKeyboard: () => {
      const radios = new Set<string>();
      expected = stops().filter((stop) => {
        if (!(stop instanceof HTMLInputElement) || stop.type !== "radio") return true;
        const group = all(`input[type=radio][name="${CSS.escape(stop.name)}"]`) as HTMLInputElement[];
        const reached = group.find(({ checked }) => checked) ?? group[0];
        if (radios.has(stop.name) || reached !== stop) return false;
        return Boolean(radios.add(stop.name));
      });
      // Wherever the focus was, the next stop is the first.
      document.body.tabIndex = -1;
      document.body.focus();
      document.body.removeAttribute("tabindex");
      met = [];
      addEventListener("focusin", ({ target }) => {
        const element = target as HTMLElement;
        const { left, top, width, height } = element.getBoundingClientRect();
        const over = document.elementFromPoint(left + Math.min(width, 8) / 2, top + Math.min(height, 8) / 2);
        const isHidden = over !== null && !element.contains(over) && !over.contains(element);
        met.push({ index: expected.indexOf(element), isHidden });
      });
      return expected.length;
    },
    keyboardFaults: () => {
      const way = met.map(({ index }) => index).filter((index) => index >= 0);
      const whole = way.findIndex((_, rank) => new Set(way.slice(0, rank + 1)).size === expected.length);
      const round = whole < 0 ? way : way.slice(0, whole + 1);
      const place = (index: number) => told(expected[index] as Element);
      return [
        ...expected
          .keys()
          .filter((index) => !way.includes(index))
          .map((index) => `12.9 never reached: ${place(index)}`),
        ...round
          .filter((index, rank) => index < (round[rank - 1] ?? -1))
          .map((index) => `12.8 out of order: ${place(index)}`),
        ...met
          .filter(({ index, isHidden }) => isHidden && index > 0)
          .map(({ index }) => `WCAG 2.4.11 hidden: ${place(index)}`),
      ];
    },
    /** The words that are seen, in the order of the document. */
    wordsOf: () => {
      const selection = getSelection();
      selection?.selectAllChildren(document.querySelector("main") ?? document.body);
      const words = String(selection).toLowerCase().split(/\s+/);
      selection?.removeAllRanges();
      return words.filter(Boolean);
    },
    wear: (css: string) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = css ? [sheet] : [];
    },
    undress: () => {
      for (const sheet of document.styleSheets) sheet.disabled = true;
    },
    unfold: () => {
      for (const fold of all("details")) fold.setAttribute("open", "");
    },
  });
}

type Looking = ReturnType<typeof lookers>;
type State =
  | "10.11 sticks out"
  | "10.12 words cut off"
  | "13.8 moves though asked not to"
  | "10.5 controls without colours"
  | "10.7 focus";

/** Asks something of what `lookers` put in the page. */
const ask = async <T>(page: Page, question: (looking: Looking) => T): Promise<T> => {
  if (!(await page.evaluate(() => "lookAt" in window))) await page.evaluate(lookers);
  return page.evaluate(`(${question})(window)`) as Promise<T>;
};

/** What is wrong whatever the state of the page. */
export const lookAt = (page: Page) => ask(page, ({ lookAt }) => lookAt());

/** What is wrong in some states. */
export async function lookFor(page: Page, ...states: State[]): Promise<string[]> {
  await ask(page, () => null);
  return page.evaluate((names) => (window as unknown as Looking).lookAt(names), states);
}

export const wordsOf = (page: Page) => ask(page, ({ wordsOf }) => wordsOf());
export const unfold = (page: Page) => ask(page, ({ unfold }) => unfold());
export const undress = (page: Page) => ask(page, ({ undress }) => undress());

/** Adds rules over those of the page; none takes them away. */
export async function wear(page: Page, css: string): Promise<void> {
  await ask(page, () => null);
  await page.evaluate((rules) => (window as unknown as Looking).wear(rules), css);
}

/** Goes through the page by the keyboard, from its beginning. */
export async function keyboardFaults(page: Page): Promise<string[]> {
  const stops = await ask(page, ({ followKeyboard }) => followKeyboard());
  for (let press = 0; press < stops + 2; press++) await page.keyboard.press("Tab");
  return ask(page, ({ keyboardFaults }) => keyboardFaults());
}
