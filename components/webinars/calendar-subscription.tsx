import { Fold } from "#components/ui/fold";
import { absolute, paths } from "#lib/platform/paths";

type Props = {
  siteUrl: string;
  /** Only the sessions of this need. */
  needSlug?: string;
};

export function CalendarSubscription({ siteUrl, needSlug }: Props) {
  const feed = paths.calendarFeed(needSlug);
  const address = absolute(siteUrl, feed);
  return (
    <div>
      <a href={address.replace(/^https?:/, "webcal:")} className="inline-flex min-h-11 items-center font-semibold">
        S’abonner à l’agenda{needSlug && " de ce besoin"}
      </a>
      <Fold look="reading" summary="Si rien ne s’ouvre">
        Les séances s’y ajoutent et s’y déplacent d’elles-mêmes. Si rien ne s’ouvre, donnez cette adresse à votre agenda
        {"\u00A0"}:{" "}
        <a href={feed} className="break-all">
          {address}
        </a>
      </Fold>
    </div>
  );
}
