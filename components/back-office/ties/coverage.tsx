import { DoneNotice } from "#components/back-office/done-notice";
import { Screen } from "#components/back-office/screen";
import { Tag } from "#components/ui/tag";
import { paths } from "#lib/platform/paths";
import { counted, french } from "#lib/platform/text";
import { isHole } from "#lib/ties/coverage/rules";
import type { Coverage, CoverageCell } from "#lib/ties/coverage/schema";

const cell = "border border-line p-2 align-top";
const link = "inline-flex min-h-11 items-center";

const answerWords = ({ reason, doubtful }: CoverageCell): string => {
  if (reason === null) return "N’y répond pas";
  return doubtful ? "Y répond, à confirmer" : "Y répond";
};

type Named = { id: string; name: string };

function Cell({ need, centre, of }: { need: Named; centre: Named; of: CoverageCell }) {
  const { documents } = of;
  const where = <span className="sr-only">{`\u00A0: ${need.name}, ${centre.name}`}</span>;
  const list = { besoin: need.id, centre: centre.id, etat: "published" };
  return (
    <td className={`${cell} ${isHole(of) ? "bg-sunken" : ""}`}>
      <p>
        {documents > 0 ? (
          <a href={paths.adminList("ressources", list)} className={link}>
            {counted(documents, "ressource", "ressources")}
            {where}
          </a>
        ) : (
          <span className="text-muted">Aucune ressource</span>
        )}
      </p>
      {isHole(of) && <Tag look="doubt">À combler</Tag>}
      <p>
        <a
          href={paths.adminEdit("couverture", `${need.id}/${centre.id}`)}
          className={link}
          title={of.reason ?? undefined}
        >
          {answerWords(of)}
          {where}
        </a>
      </p>
    </td>
  );
}

const EXPLANATION =
  "Ce que la bibliothèque propose pour chaque besoin, dans chaque centre. «\u202FÀ combler\u202F» : la page du besoin dit que le centre y répond, et rien n’est à lire.";

type Props = { coverage: Coverage; done: string | string[] | undefined };

export function CoverageScreen({ coverage: { needs, centres }, done }: Props) {
  const holes = needs.flatMap(({ cells }) => cells).filter(isHole).length;
  return (
    <Screen title="Couverture">
      <DoneNotice done={done} />
      <p className="max-w-prose">{EXPLANATION}</p>
      <p className="text-muted">
        {holes ? `${counted(holes, "case à combler", "cases à combler")}.` : "Rien n’est à combler."}
      </p>
      <section className="relative overflow-x-auto" aria-label="Besoins par centre" tabIndex={0}>
        <table className="border-collapse bg-surface">
          <thead>
            <tr>
              <th scope="col" className={`${cell} text-left`}>
                Besoin
              </th>
              {centres.map(({ id, name }) => (
                <th key={id} scope="col" className={`${cell} min-w-40 text-left`}>
                  {french(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {needs.map(({ id, title, cells }) => (
              <tr key={id}>
                <th scope="row" className={`${cell} min-w-40 text-left`}>
                  {french(title)}
                </th>
                {cells.map((of, index) => (
                  <Cell
                    key={of.centreId}
                    need={{ id, name: title }}
                    centre={centres[index] ?? { id: "", name: "" }}
                    of={of}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Screen>
  );
}
