type Props = { page: number; pageCount: number; hrefOf: (page: number) => string; label: string };

const step = "inline-flex min-h-11 items-center font-semibold";

export function Pagination({ page, pageCount, hrefOf, label }: Props) {
  if (pageCount <= 1) return null;
  return (
    <nav
      aria-label={label}
      className="mt-8 flex flex-wrap items-center justify-between gap-4 border-line border-t pt-4"
    >
      {page > 1 ? (
        <a href={hrefOf(page - 1)} rel="prev" className={step}>
          Page précédente
        </a>
      ) : (
        <span />
      )}
      <p>
        Page {page} sur {pageCount}
      </p>
      {page < pageCount ? (
        <a href={hrefOf(page + 1)} rel="next" className={step}>
          Page suivante
        </a>
      ) : (
        <span />
      )}
    </nav>
  );
}
