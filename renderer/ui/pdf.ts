import regular from '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf?url';
import semiBold from '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf?url';
import { jsPDF } from 'jspdf';
import 'svg2pdf.js';

/** Points to a CSS pixel. */
const point = 0.75;
/** Points a side of a page may have. */
const most = 14_400;
const family = 'Inter';

/** A picture as one page of its size: lines stay lines, and text stays text in a font the file brings along. */
export async function pdfOf(svg: string): Promise<Blob> {
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const [width, height] = ['width', 'height'].map((side) => Number(picture.getAttribute(side)));
  if (!width || !height) throw new Error('a picture without a size');
  const scale = Math.min(point, most / Math.max(width, height));
  const page = { width: width * scale, height: height * scale };
  const orientation = width > height ? 'landscape' : 'portrait';
  const pdf = new jsPDF({ unit: 'pt', format: [page.width, page.height], orientation, compress: true, putOnlyUsedFonts: true });
  for (const [file, style] of [[regular, 'normal'] as const, [semiBold, 'bold'] as const]) await addFont(pdf, file, style);
  for (const text of picture.querySelectorAll('text')) prepare(pdf, text);
  // Text that says nothing of its weight is written in the font that was set last.
  pdf.setFont(family, 'normal');
  // Text is measured where it can be seen by the browser, if by nobody else.
  const stage = document.createElement('div');
  stage.style.cssText = 'position: fixed; visibility: hidden; width: 0; height: 0; overflow: hidden';
  document.body.append(stage);
  stage.append(picture);
  try {
    await pdf.svg(picture, { x: 0, y: 0, ...page });
  } finally {
    stage.remove();
  }
  return pdf.output('blob');
}

async function addFont(pdf: jsPDF, url: string, style: 'normal' | 'bold'): Promise<void> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const name = `${family}-${style}.ttf`;
  pdf.addFileToVFS(name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')));
  pdf.addFont(name, family, style);
}

/** Takes off what a page cannot show, places text by the widths of the font, and draws what the font has no signs for. */
function prepare(pdf: jsPDF, text: Element): void {
  text.querySelector('title')?.remove();
  const style = Number(text.getAttribute('font-weight') ?? 400) >= 600 ? 'bold' : 'normal';
  if (style === 'bold') text.setAttribute('font-weight', 'bold');
  pdf.setFont(family, style);
  const { codeMap }: { codeMap: Record<number, number> } = pdf.getFont().metadata.cmap.unicode;
  const content = text.textContent ?? '';
  if (![...content].every((sign) => codeMap[sign.codePointAt(0) ?? 0])) return text.replaceWith(drawn(text, content, style));
  const size = Number(text.getAttribute('font-size') ?? usualSize);
  const before = shareBefore(text) * pdf.getStringUnitWidth(content) * size;
  text.setAttribute('x', String(Number(text.getAttribute('x') ?? 0) - before));
  text.removeAttribute('text-anchor');
}

const usualSize = 12;

/** How much of a text stands before its place. */
const shareBefore = (text: Element): number => ({ middle: 0.5, end: 1 })[text.getAttribute('text-anchor') ?? ''] ?? 0;

/** Dots to a CSS pixel, so that it can be read in print. */
const sharpness = 4;

/** Writing the font does not know, as the browser draws it with the fonts of this machine. */
function drawn(text: Element, content: string, style: 'normal' | 'bold'): Element {
  const number = (name: string, usual: number) => Number(text.getAttribute(name) ?? usual);
  const size = number('font-size', usualSize);
  const font = `${style === 'bold' ? 600 : 400} ${size}px 'Inter Variable', sans-serif`;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas to draw on');
  context.font = font;
  const width = Math.ceil(context.measureText(content).width) + 2;
  const [ascent, height] = [size * 1.2, size * 1.6];
  canvas.width = width * sharpness;
  canvas.height = Math.ceil(height * sharpness);
  context.scale(sharpness, sharpness);
  context.font = font;
  context.fillStyle = text.getAttribute('fill') ?? '#000000';
  context.fillText(content, 1, ascent);
  const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
  const box = { x: number('x', 0) - shareBefore(text) * width, y: number('y', 0) - ascent, width, height };
  for (const [name, value] of Object.entries(box)) image.setAttribute(name, String(value));
  image.setAttribute('href', canvas.toDataURL('image/png'));
  return image;
}
