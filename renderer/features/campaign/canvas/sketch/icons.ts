import type { ActivityType } from '../../../../../core/model/activity';
import { iconParts } from '../../icon-parts';

/** About as large as an icon gets on the canvas: one that is much reduced is not drawn well. */
const side = 32 * Math.ceil(devicePixelRatio);
const drawn = new Map<string, HTMLCanvasElement>();

/** The icon of a kind of activity in a colour. Nothing is on it yet when it is asked for the first time. */
export function iconOf(type: ActivityType, colour: string): HTMLCanvasElement {
  const key = `${type} ${colour}`;
  const known = drawn.get(key);
  if (known) return known;
  const icon = document.createElement('canvas');
  icon.width = side;
  icon.height = side;
  drawn.set(key, icon);
  const image = new Image(side, side);
  image.addEventListener('load', () => icon.getContext('2d')?.drawImage(image, 0, 0, side, side));
  const look = `fill="none" stroke="${colour}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 24 24" ${look}>${iconParts(type)}</svg>`;
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  return icon;
}
