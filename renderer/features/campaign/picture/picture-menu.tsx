import { Image } from 'lucide-react';
import { countKey, useCounts } from '../../../state/counts';
import { attempt } from '../../../state/failures';
import { asId } from '../../../state/fresh-id';
import { Button } from '../../../ui/button';
import { Menu, MenuItem } from '../../../ui/menu';
import { pngOf, saveFile, svgBlob } from '../../../ui/picture';
import { arrowsOf } from '../canvas/arrows';
import { nodesOf, type Placed } from '../canvas/nodes';
import { iconParts } from '../icon-parts';
import { sentence } from '../sentence';
import { type Speaker, useSpeaker } from '../speaker';
import { campaignSvg } from './campaign-picture';

function drawn(placed: Placed, speaker: Speaker): string {
  const { t, f } = speaker;
  const { rows } = useCounts.getState();
  const nothing = { activities: [] };
  return campaignSvg({
    nodes: nodesOf(placed, [], nothing, t),
    arrows: arrowsOf(placed.campaign, placed.frames, nothing, t),
    count: (activity, output) => f.count(rows.get(countKey(activity, output))),
    says: (activity) => sentence(activity, speaker),
    icon: ({ type }) => iconParts(type),
    t,
  });
}

/** Loaded when it is first asked for: it brings its own fonts. */
const pdf = async (svg: string) => (await import('../../../ui/pdf')).pdfOf(svg);

/** Saves the whole flow as a picture, whatever part of it is in view. */
export function PictureMenu({ placed }: { placed: Placed }) {
  const speaker = useSpeaker();
  const { picture } = speaker.t;
  const name = asId(placed.campaign.name, 'campaign');
  const isEmpty = placed.boxes.size === 0;
  return (
    <Menu trigger={<Button label={picture.save} icon={Image} iconOnly size="small" disabled={isEmpty} />}>
      <MenuItem label={picture.svg} onPick={() => attempt(async () => saveFile(`${name}.svg`, svgBlob(drawn(placed, speaker))))} />
      <MenuItem label={picture.png} onPick={() => attempt(async () => saveFile(`${name}.png`, await pngOf(drawn(placed, speaker))))} />
      <MenuItem label={picture.pdf} onPick={() => attempt(async () => saveFile(`${name}.pdf`, await pdf(drawn(placed, speaker))))} />
    </Menu>
  );
}
