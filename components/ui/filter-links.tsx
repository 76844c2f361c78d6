type Option = { label: string; href: string; current: boolean; count?: number };

const shape = "inline-flex min-h-11 items-center rounded-full border px-4 py-1 no-underline";

/** The current one is said, not only coloured. */
export function FilterLinks({ title, options }: { title: string; options: readonly Option[] }) {
  return (
    <nav aria-label={title}>
      <p className="mb-2 font-semibold">{title}</p>
      <ul className="flex flex-wrap gap-2">
        {options.map(({ label, href, current, count }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? "true" : undefined}
              className={`${shape} ${current ? "border-brand bg-brand text-on-brand" : "border-control bg-surface text-ink hover:border-brand"}`}
            >
              {label}
              {count !== undefined && `\u00A0(${count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
