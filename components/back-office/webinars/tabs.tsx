import { paths, type WebinarTab } from "#lib/platform/paths";

const ROOMS: [room: WebinarTab, label: string][] = [
  ["deroulement", "Déroulement"],
  ["formulaire", "Formulaire"],
  ["inscrits", "Inscrits"],
  ["messages", "Messages"],
  ["questions", "Questions"],
  ["direct", "Direct"],
  ["presence", "Présence"],
  ["avis", "Avis"],
  ["partenaires", "Partenaires"],
];

export function WebinarTabs({ id, current }: { id: string; current?: WebinarTab }) {
  const tabs = [
    { label: "La séance", href: paths.adminEdit("webinaires", id), isCurrent: current === undefined },
    ...ROOMS.map(([room, label]) => ({ label, href: paths.adminWebinar(id, room), isCurrent: room === current })),
  ];
  return (
    <nav aria-label="La séance">
      <ul className="flex flex-wrap gap-1 border-line border-b">
        {tabs.map(({ label, href, isCurrent }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={isCurrent ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center border-transparent border-b-4 px-3 text-ink no-underline hover:bg-sunken aria-[current=page]:border-brand aria-[current=page]:font-semibold"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
