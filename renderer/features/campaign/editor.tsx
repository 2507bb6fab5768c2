import { ReactFlowProvider } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { Problem } from '../../../core/base/problems';
import type { Campaign } from '../../../core/model/campaign';
import { useCounts } from '../../state/counts';
import { call } from '../../state/host';
import { setPane, usePreferences } from '../../state/preferences';
import { useAsked } from '../../state/use-asked';
import { useSettled } from '../../state/use-settled';
import { Splitter } from '../../ui/splitter';
import { Canvas } from './canvas/canvas';
import { Dock } from './dock/dock';
import { EditorBar } from './editor-bar';
import { EmptyCanvas } from './empty-canvas';
import { Inspector } from './inspector/inspector';
import { OutlinePanel } from './outline/outline-panel';
import { CampaignPicker, type Picker } from './pickers';
import { useShortcuts } from './shortcuts';
import { useClipboard } from './use-clipboard';
import { useEditorCommands } from './use-editor-commands';

/** What the last check and the last count say is wrong, each thing once. */
function useProblems(campaign: Campaign): Problem[] {
  const counted = useCounts((state) => state.problems);
  const settled = useSettled(campaign, 250);
  const ask = useMemo(() => (signal: AbortSignal) => call('campaign.check', { campaign: settled }, { signal }), [settled]);
  const { value } = useAsked(ask);
  return useMemo(() => {
    const all = [...(value ?? []), ...counted];
    return all.filter((problem, i) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(problem)) === i);
  }, [value, counted]);
}

export function Editor({ campaign }: { campaign: Campaign }) {
  const problems = useProblems(campaign);
  const { inspectorWidth, dockHeight } = usePreferences();
  const [picker, setPicker] = useState<Picker>();
  const [outlined, setOutlined] = useState(false);
  const outline = useCallback(() => setOutlined((is) => !is), []);
  useShortcuts(setPicker);
  useEditorCommands(setPicker, outline);
  useClipboard();
  return (
    <div className="place">
      <EditorBar campaign={campaign} outlined={outlined} onOutline={outline} />
      <div className="editor" style={{ '--inspector': `${inspectorWidth}px`, '--dock': `${dockHeight}px` } as React.CSSProperties}>
        <div className="editor-canvas">
          {outlined ? (
            <OutlinePanel campaign={campaign} problems={problems} />
          ) : (
            <ReactFlowProvider>
              <Canvas campaign={campaign} problems={problems} />
            </ReactFlowProvider>
          )}
          {campaign.flow.activities.length === 0 && <EmptyCanvas />}
        </div>
        <div className="editor-dock">
          <Splitter edge="top" size={dockHeight} least={120} most={640} onSize={setPane('dockHeight')} />
          <Dock campaign={campaign} problems={problems} />
        </div>
        <div className="editor-inspector">
          <Splitter edge="left" size={inspectorWidth} least={300} most={640} onSize={setPane('inspectorWidth')} />
          <Inspector campaign={campaign} problems={problems} />
        </div>
      </div>
      {picker && <CampaignPicker kind={picker} campaign={campaign} onClose={() => setPicker(undefined)} />}
    </div>
  );
}
