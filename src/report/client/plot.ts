/**
 * The map beside the text: left sentences run down, right ones across, in the order of the sheet; a click chooses the nearest bead.
 *
 * One path for each shade, as in the maps of all pairs, so that a map of thousands of beads is drawn at once.
 */

import type { PageData } from '../page-data.ts';
import { make, makeSvg } from './make.ts';
import type { SideBead } from './rows.ts';

type PlotDocument = PageData['documents'][number];

/** A map on the page. */
export interface Plot {
  /** The map, and what its axes are. */
  readonly elements: readonly Element[];
  /** Draw the beads; those that are `weak` faintly, or the `current` one (-1 for none) over the others. */
  draw(current: number, isWeak: (bead: number) => boolean): void;
}

/** Make the map of the open pair. */
export function makePlot(beads: readonly SideBead[], left: PlotDocument, right: PlotDocument, choose: (bead: number) => void): Plot {
  const [height, width] = [Math.max(1, left.sentences), Math.max(1, right.sentences)];
  const element = makeSvg('svg', { class: 'plot', viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true' });
  const joined = [...beads.keys()].filter((bead) => beads[bead]![0] < beads[bead]![1] && beads[bead]![2] < beads[bead]![3]);

  element.addEventListener('click', (event) => {
    const box = element.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    // nearest in shares of the square, as the reader sees it
    const distance = ([l0, l1, r0, r1]: SideBead) => Math.hypot(((r0 + r1) / 2 - x) / width, ((l0 + l1) / 2 - y) / height);
    let nearest = -1;
    for (const bead of joined) if (nearest < 0 || distance(beads[bead]!) < distance(beads[nearest]!)) nearest = bead;
    if (nearest >= 0) choose(nearest);
  });

  const axis = (arrow: string, { id }: PlotDocument) => make('span', '', `${arrow} `, make('bdi', '', id));
  return {
    elements: [make('p', 'axes', axis('↓', left), axis('→', right)), element],
    draw(current, isWeak) {
      const shapes = new Map<string, string>();
      for (const bead of joined) {
        if (bead === current) continue;
        const shade = isWeak(bead) ? 'weak' : shadeOf(beads[bead]!);
        shapes.set(shade, (shapes.get(shade) ?? '') + boxPath(beads[bead]!));
      }
      if (joined.includes(current)) shapes.set('current', boxPath(beads[current]!));
      element.replaceChildren(...[...shapes].map(([shade, d]) => makeSvg('path', { class: shade, d })));
    },
  };
}

/** Class of a bead's confidence, of four. */
export function shadeOf(bead: SideBead): string {
  return `c${Math.min(3, Math.floor(bead[4] / 25))}`;
}

function boxPath([l0, l1, r0, r1]: SideBead): string {
  return `M${r0} ${l0}h${r1 - r0}v${l1 - l0}h${r0 - r1}z`;
}
