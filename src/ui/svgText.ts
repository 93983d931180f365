/** A drawn picture as the text of a file that looks the same elsewhere. */

const SVG = 'http://www.w3.org/2000/svg';

/** What the style sheets say of a shape or of letters; all of it may stand in attributes. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

/** Around the picture, px: letters may reach over its edge. */
const MARGIN = 12;

/** Writes what the page's style sheets make of `from` into `to`, its copy. */
function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value !== '') to.setAttribute(name, value);
  }
  for (const name of ['class', 'role', 'aria-label', 'tabindex']) to.removeAttribute(name);
  const copies = [...to.children];
  [...from.children].forEach((child, i) => {
    const copy = copies[i];
    if (copy) inlineStyles(child, copy);
  });
}

/**
 * The text of a file with a picture of the page, in the colours and faces it has now; nothing in it
 * refers to anything outside. What is marked with `data-live` (the datum being read) is left out.
 * @param title what the picture says
 */
export function svgText(picture: SVGSVGElement, title: string): string {
  const width = Number(picture.getAttribute('width'));
  const height = Number(picture.getAttribute('height'));
  const copy = picture.cloneNode(true) as SVGSVGElement;
  inlineStyles(picture, copy);
  for (const live of copy.querySelectorAll('[data-live]')) live.remove();
  const box = [-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN] as const;
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('viewBox', box.join(' '));
  copy.setAttribute('width', String(box[2]));
  copy.setAttribute('height', String(box[3]));
  const paper = copy.ownerDocument.createElementNS(SVG, 'rect');
  const colour = getComputedStyle(picture).getPropertyValue('background-color');
  ['x', 'y', 'width', 'height'].forEach((name, i) => paper.setAttribute(name, String(box[i])));
  paper.setAttribute('fill', colour === '' ? 'none' : colour);
  const named = copy.ownerDocument.createElementNS(SVG, 'title');
  named.textContent = title;
  copy.prepend(named, paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
