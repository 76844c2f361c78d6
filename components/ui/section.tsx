import type { ReactNode } from "react";
import { french } from "#lib/platform/text";

type Props = {
  title: string;
  /** Alone on its line: it brings the column of the page. */
  contained?: boolean;
  id?: string;
  lead?: string;
  more?: { label: string; href: string };
  children: ReactNode;
};

export function Section({ title, contained = false, id, lead, more, children }: Props) {
  return (
    <section id={id} className={contained ? "section contained" : "section"}>
      <h2 className="text-heading">{french(title)}</h2>
      {more && (
        <a href={more.href} className="more">
          {french(more.label)}
        </a>
      )}
      {lead && <p className="lead">{french(lead)}</p>}
      {children}
    </section>
  );
}
