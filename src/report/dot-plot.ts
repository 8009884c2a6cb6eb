/**
 * A small map of one pair: source sentences run down, target sentences to the right, each bead is a box.
 *
 * A straight diagonal is a close translation, scattered boxes a retelling, bare stripes what one side left out.
 * One path for each of four steps of confidence, so that a map of a thousand beads stays small.
 */
import type { DocumentPair } from '../types.ts';
import { html, type SafeHtml, trusted } from './html.ts';

/** Number of shades of confidence. */
const shades = 4;

/** Draw the beads of a pair; `sourceCount` and `targetCount` are numbers of sentences. */
export function dotPlot(pair: DocumentPair, sourceCount: number, targetCount: number): SafeHtml {
  const boxes: string[] = Array.from({ length: shades }, () => '');
  for (const { source, target, confidence } of pair.beads) {
    const height = source[1] - source[0];
    const width = target[1] - target[0];
    if (width === 0 || height === 0) continue;
    const shade = Math.min(shades - 1, Math.max(0, Math.floor(confidence * shades)));
    boxes[shade] += `M${target[0]} ${source[0]}h${width}v${height}h-${width}z`;
  }
  const paths = boxes.map((path, shade) => (path === '' ? '' : `<path class="c${shade}" d="${path}"/>`)).join('');
  // drawn to fill a square: a map compares courses, not lengths
  const box = `0 0 ${Math.max(1, targetCount)} ${Math.max(1, sourceCount)}`;
  return html`<svg class="plot" viewBox="${box}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${trusted(paths)}</svg>`;
}
