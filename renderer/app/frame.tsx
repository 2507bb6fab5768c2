import { useEffect, useState } from 'react';
import { unreachable } from '../../core/base/never';
import { AudiencesPlace } from '../features/audiences/audiences-place';
import { CampaignsPlace } from '../features/campaign/campaigns-place';
import { DataPlace } from '../features/data/data-place';
import { DropZone } from '../features/data/drop-zone';
import { DeliveryPlace } from '../features/delivery/delivery-place';
import { HomePlace } from '../features/home/home-place';
import { SettingsPlace } from '../features/settings/settings-place';
import { SqlPlace } from '../features/sql/sql-place';
import { type Place, useSession } from '../state/session';
import { isWriting } from '../ui/is-writing';
import { KeysSheet } from './keys-sheet';
import { LeavingDialog } from './leaving-dialog';
import { LeftDialog } from './left-dialog';
import { Palette } from './palette';
import { Rail } from './rail';
import { StatusLine } from './status-line';
import { Toasts } from './toasts';
import { Tour } from './tour/tour';
import { TourOffer } from './tour/tour-offer';
import { useBoundKeys } from './use-bound-keys';
import { useUndoKeys } from './use-undo-keys';

export function Frame() {
  const place = useSession((state) => state.place);
  const workspace = useSession((state) => state.workspace);
  const [open, setOpen] = useState<'palette' | 'keys'>();
  const close = () => setOpen(undefined);
  useUndoKeys();
  useBoundKeys();
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!isPalette && (event.key !== '?' || isWriting(event.target) || document.querySelector('[role=dialog], [role=menu]'))) return;
      event.preventDefault();
      setOpen(isPalette ? 'palette' : 'keys');
    };
    window.addEventListener('keydown', take);
    return () => window.removeEventListener('keydown', take);
  }, []);
  return (
    <div className="frame">
      <Rail onPalette={() => setOpen('palette')} />
      <TourOffer />
      <main className="surface" key={workspace?.id ?? ''}>
        <Surface place={place} />
      </main>
      <StatusLine />
      {workspace && <DropZone />}
      {open === 'palette' && <Palette onKeys={() => setTimeout(() => setOpen('keys'))} onClose={close} />}
      {open === 'keys' && <KeysSheet onClose={close} />}
      <Tour />
      <LeftDialog />
      <LeavingDialog />
      <Toasts />
    </div>
  );
}

function Surface({ place }: { place: Place }) {
  switch (place.name) {
    case 'home':
      return <HomePlace />;
    case 'data':
      return <DataPlace item={place.item} />;
    case 'audiences':
      return <AudiencesPlace item={place.item} />;
    case 'sql':
      return <SqlPlace item={place.item} />;
    case 'campaigns':
      return <CampaignsPlace item={place.item} />;
    case 'delivery':
      return <DeliveryPlace />;
    case 'settings':
      return <SettingsPlace />;
    default:
      return unreachable(place.name);
  }
}
