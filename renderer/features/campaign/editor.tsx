import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../core/base/problems';
import { sameJson } from '../../../core/history/patch';
import type { Campaign } from '../../../core/model/campaign';
import { recountAll, useCampaign } from '../../state/campaign';
import { useCounts } from '../../state/counts';
import { call } from '../../state/host';
import { setPane, usePreferences } from '../../state/preferences';
import { useReferred } from '../../state/referred';
import { keepLook, lookOf } from '../../state/session';
import { useAsked } from '../../state/use-asked';
import { useSettled } from '../../state/use-settled';
import { useText } from '../../text/use-text';
import { Splitter } from '../../ui/splitter';
import { Canvas } from './canvas/canvas';
import { Dock } from './dock/dock';
import { EditorBar } from './editor-bar';
import { EmptyCanvas } from './empty-canvas';
import { Inspector } from './inspector/inspector';
import { namedProblems } from './named-problems';
import { OutlinePanel } from './outline/outline-panel';
import { CampaignPicker, type Picker } from './pickers';
import { useShortcuts } from './shortcuts';
import { useClipboard } from './use-clipboard';
import { useEditorCommands } from './use-editor-commands';

/** What the last check and the last count say is wrong, each thing once. The same list as long as they say the same. */
function useProblems(campaign: Campaign, referred: object): Problem[] {
  const t = useText();
  const counted = useCounts((state) => state.problems);
  const settled = useSettled(campaign, 250);
  const ask = useMemo(() => (signal: AbortSignal) => call('campaign.check', { campaign: settled }, { signal }), [settled]);
  const { value } = useAsked(ask, referred);
  const checked = useRef<Problem[]>([]);
  if (value) checked.current = value;
  const last = checked.current;
  const found = useMemo(() => {
    const once = new Map([...last, ...counted].map((problem) => [JSON.stringify(problem), problem]));
    return namedProblems([...once.values()], settled, t);
  }, [last, counted, settled, t]);
  const kept = useRef(found);
  if (!sameJson(kept.current, found)) kept.current = found;
  return kept.current;
}

/** Counts everything again when what the campaign refers to is other than when it was opened: data were loaded, here or in another window. */
function useCountsOf(referred: object): void {
  const counted = useRef(referred);
  useEffect(() => {
    if (counted.current !== referred) recountAll();
    counted.current = referred;
  }, [referred]);
}

export function Editor({ campaign }: { campaign: Campaign }) {
  const referred = useReferred();
  const problems = useProblems(campaign, referred);
  useCountsOf(referred);
  // Whoever types in the inspector waits for nothing else: the rest is drawn, and drawn anew, when there is time.
  const drawn = useDeferredValue<Campaign | undefined>(campaign, undefined);
  const selection = useDeferredValue(useCampaign((state) => state.selection));
  const { inspectorWidth, dockHeight } = usePreferences();
  const [picker, setPicker] = useState<Picker>();
  const [outlined, setOutlined] = useState(lookOf(campaign.id).outlined ?? false);
  useEffect(() => keepLook(campaign.id, { outlined }), [campaign.id, outlined]);
  const outline = useCallback(() => setOutlined((is) => !is), []);
  useShortcuts(setPicker);
  useEditorCommands(setPicker, outline);
  useClipboard();
  return (
    <div className="place">
      <EditorBar campaign={drawn ?? campaign} outlined={outlined} onOutline={outline} />
      <div className="editor" style={{ '--inspector': `${inspectorWidth}px`, '--dock': `${dockHeight}px` } as React.CSSProperties}>
        <div className="editor-canvas">
          {drawn && outlined && <OutlinePanel campaign={drawn} problems={problems} onPick={setPicker} />}
          {drawn && !outlined && (
            <ReactFlowProvider>
              <Canvas campaign={drawn} problems={problems} selection={selection} />
            </ReactFlowProvider>
          )}
          {campaign.flow.activities.length === 0 && <EmptyCanvas />}
        </div>
        <div className="editor-dock">
          <Splitter edge="top" size={dockHeight} least={120} most={640} onSize={setPane('dockHeight')} />
          {drawn && <Dock campaign={drawn} problems={problems} selection={selection} />}
        </div>
        <div className="editor-inspector">
          <Splitter edge="left" size={inspectorWidth} least={300} most={640} onSize={setPane('inspectorWidth')} />
          <Inspector campaign={campaign} problems={problems} />
        </div>
      </div>
      {picker && <CampaignPicker kind={picker} campaign={campaign} onClose={() => setPicker(undefined)} onAgain={setPicker} />}
    </div>
  );
}
