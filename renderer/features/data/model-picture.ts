import { type Area, curve, escaped, pictureFont as font, svgPicture } from '../../ui/picture';

export interface Drawing {
  boxes: readonly (Area & { id: string; title: string; text: string })[];
  lines: readonly { from: string; to: string; label: string }[];
}

/** The model as a picture of its own. */
export function svgOf({ boxes, lines }: Drawing): string {
  const box = (id: string) => boxes.find((b) => b.id === id);
  const drawnLines = lines.flatMap(({ from, to, label }) => {
    const [a, b] = [box(from), box(to)];
    if (!a || !b) return [];
    const [x1, y1, x2, y2] = [a.x + a.width, a.y + a.height / 2, b.x, b.y + b.height / 2];
    return [
      `<path d="${curve(x1, y1, x2, y2)}" fill="none" stroke="#94a3b8" stroke-width="1.5"/>`,
      `<text x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2 - 6}" text-anchor="middle" ${font} font-size="11" fill="#64748b">${escaped(label)}</text>`,
    ];
  });
  const drawnBoxes = boxes.flatMap((b) => [
    `<rect x="${b.x}" y="${b.y}" width="${b.width}" height="${b.height}" rx="10" fill="#ffffff" stroke="#cbd5e1"/>`,
    `<text x="${b.x + 16}" y="${b.y + 27}" ${font} font-size="14" font-weight="600" fill="#0f172a">${escaped(b.title)}</text>`,
    `<text x="${b.x + 16}" y="${b.y + 46}" ${font} font-size="12" fill="#64748b">${escaped(b.text)}</text>`,
  ]);
  return svgPicture(boxes, [...drawnLines, ...drawnBoxes]);
}
