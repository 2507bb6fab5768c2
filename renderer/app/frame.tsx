import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { unreachable } from '../../core/base/never';
import { AudiencesPlace } from '../features/audiences/audiences-place';
import { CampaignsPlace } from '../features/campaign/campaigns-place';
import { RuleEditor } from '../features/campaign/rules/rule-editor';
import { MemberWhy } from '../features/campaign/why/member-why';
import { DataPlace } from '../features/data/data-place';
import { DropZone } from '../features/data/drop-zone';
import { DeliveryPlace } from '../features/delivery/delivery-place';
import { HomePlace } from '../features/home/home-place';
import { SettingsPlace } from '../features/settings/settings-place';
import { SqlPlace } from '../features/sql/sql-place';
import { attempt } from '../state/failures';
import { type Place, useSession } from '../state/session';
import { arrive, keepFocus } from '../ui/focus';
import { isWriting } from '../ui/is-writing';
import { loadEditorAhead } from '../ui/sql/lazy-editor';
import { KeysSheet } from './keys-sheet';
import { LeavingDialog } from './leaving-dialog';
import { LeftDialog } from './left-dialog';
import { Mending } from './mending';
import { Palette } from './palette';
import { Rail } from './rail';
import { RuleSaid } from './rule-said';
import { StatusLine } from './status-line';
import { Toasts } from './toasts';
import { Tour } from './tour/tour';
import { TourOffer } from './tour/tour-offer';
import { useBoundKeys } from './use-bound-keys';
import { useUndoKeys } from './use-undo-keys';

export function Frame() {
  const workspace = useSession((state) => state.workspace);
  const [open, setOpen] = useState<'palette' | 'keys'>();
  const place = useShownPlace(workspace?.id);
  const close = () => setOpen(undefined);
  useUndoKeys();
  useEffect(keepFocus, []);
  useArriving(place);
  useBoundKeys();
  const isOpen = workspace !== null;
  useEffect(() => {
    if (isOpen) attempt(loadEditorAhead);
  }, [isOpen]);
  useEffect(() => {
    const take = (event: KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!isPalette && (event.key !== '?' || isWriting(event.target) || document.querySelector('[role=dialog], [role=menu]'))) return;
      event.preventDefault();
      event.stopPropagation();
      setOpen(isPalette ? 'palette' : 'keys');
    };
    // Before the SQL editor, which has keys that begin with Ctrl+K.
    window.addEventListener('keydown', take, { capture: true });
    return () => window.removeEventListener('keydown', take, { capture: true });
  }, []);
  return (
    <div className="frame">
      <Rail onPalette={() => setOpen('palette')} />
      <TourOffer />
      <main className="surface" key={workspace?.id ?? ''}>
        <Mending>
          <Surface place={place} />
        </Mending>
      </main>
      <StatusLine />
      {workspace && <DropZone />}
      {open === 'palette' && <Palette onKeys={() => setOpen('keys')} onClose={close} />}
      {open === 'keys' && <KeysSheet onClose={close} />}
      <Tour />
      <LeftDialog />
      <LeavingDialog />
      <Mending>
        <Toasts />
      </Mending>
    </div>
  );
}

function useArriving(place: Place): void {
  const before = useRef(place);
  useEffect(() => {
    const { name, item } = before.current;
    arrive(place.name === name && place.item === undefined ? item : undefined);
    before.current = place;
  }, [place]);
}

/** A place is drawn bit by bit beside the one that is left, so that nothing waits for all of it. Those of another workspace are left at once. */
function useShownPlace(workspace: string | undefined): Place {
  const place = useSession((state) => state.place);
  const wanted = useMemo(() => ({ place, workspace }), [place, workspace]);
  const drawn = useDeferredValue(wanted);
  return drawn.workspace === workspace ? drawn.place : place;
}

const audienceParts = { why: MemberWhy, editor: RuleEditor, said: RuleSaid };

function Surface({ place }: { place: Place }) {
  switch (place.name) {
    case 'home':
      return <HomePlace />;
    case 'data':
      return <DataPlace item={place.item} />;
    case 'audiences':
      return <AudiencesPlace item={place.item} parts={audienceParts} />;
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
