import { Signpost } from 'lucide-react';
import { attempt } from '../../state/failures';
import { declineTour, startTour, useTour } from '../../state/tour';
import { useText } from '../../text/use-text';
import { Button } from '../../ui/button';

/** Asks above the place, where it covers nothing, whether to be shown around. */
export function TourOffer() {
  const t = useText();
  const offered = useTour((state) => state.offered);
  return (
    <div className="tour-offer" role="status" data-offered={offered}>
      {offered && (
        <>
          <Signpost aria-hidden />
          <span className="grow">{t.tour.offer}</span>
          <Button label={t.tour.decline} size="small" onClick={declineTour} />
          <Button label={t.tour.accept} look="primary" size="small" onClick={() => attempt(startTour)} />
        </>
      )}
    </div>
  );
}
