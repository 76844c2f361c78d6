import { HONEYPOT } from "#lib/abuse/schema";

/**
 * A field for robots, which fill whatever they find. Out of sight, and out of reach of keyboards and of assistive
 * technology; not `display: none`, which robots know. Its label speaks to whoever reads the page without styles.
 */
export function Honeypot() {
  return (
    <div aria-hidden="true" className="absolute -left-[999rem] h-px w-px overflow-hidden">
      <label>
        Ne pas remplir
        <input type="text" name={HONEYPOT} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
