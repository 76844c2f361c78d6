/**
 * Browsers that translate a page move its texts into elements of their own. React, which still looks for them where it
 * put them, fails, and takes the whole form away: here it finds them where they went.
 */
export function bearTranslation(): void {
  if (typeof Node === "undefined" || bears(Node.prototype)) return;
  const { insertBefore, removeChild } = Node.prototype;
  const within = (parent: Node, child: Node | null) => {
    let place = child;
    while (place && place.parentNode !== parent) place = place.parentNode;
    return place;
  };
  Object.assign(Node.prototype, {
    [BEARS]: true,
    insertBefore(this: Node, added: Node, next: Node | null) {
      return insertBefore.call(this, added, within(this, next));
    },
    removeChild(this: Node, child: Node) {
      const place = within(this, child);
      if (place) removeChild.call(this, place);
      return child;
    },
  });
}

const BEARS = Symbol.for("portail.bearsTranslation");
const bears = (prototype: object) => BEARS in prototype;
