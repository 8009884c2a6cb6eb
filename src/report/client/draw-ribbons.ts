/** The ribbons between the two columns, drawn anew whenever the columns move. */
import { find, makeSvg } from './make.ts';
import { shadeOf } from './plot.ts';
import { elementsBetween, extentOf, ribbonPath } from './ribbons.ts';
import { isDoubtful, isLeftOut, open, sheet } from './state.ts';

let ribbons: SVGElement | undefined;

/** A new drawing for a new sheet; rows need none. */
export function makeRibbons(layout: string): void {
  ribbons = layout === 'threads' ? makeSvg('svg', { class: 'ribbons', 'aria-hidden': 'true' }) : undefined;
  if (ribbons) sheet.append(ribbons);
}

/** The ribbon of a bead, where it is drawn. */
export const ribbonOf = (bead: number): Element[] => [...(ribbons?.querySelectorAll(`[data-b="${bead}"]`) ?? [])];

/** Draw those that are on the screen, with something above and below. */
export function drawRibbons(): void {
  if (!ribbons?.isConnected) return;
  const gap = find('#sheet .gap').getBoundingClientRect();
  const frame = sheet.getBoundingClientRect();
  ribbons.style.left = `${gap.left - frame.left}px`;
  ribbons.style.width = `${gap.width}px`;
  ribbons.style.height = `${frame.height}px`;
  const near = new Set<number>();
  for (const column of open.laid.columns)
    for (const element of elementsBetween(column, -innerHeight, 2 * innerHeight))
      for (const bead of element.dataset.b?.split(' ') ?? []) near.add(Number(bead));
  const paths = [...near].filter((bead) => !isLeftOut(bead));
  paths.sort((a, b) => Number(a === open.current) - Number(b === open.current)); // the chosen one over the others
  ribbons.replaceChildren(
    ...paths.map((bead) => {
      const { left, right } = open.laid.beads[bead]!;
      const d = ribbonPath(extentOf(left, frame.top), extentOf(right, frame.top), gap.width);
      const kinds = [shadeOf(open.beads[bead]!), isDoubtful(bead) && 'doubtful', bead === open.current && 'current'];
      return makeSvg('path', { d, class: kinds.filter(Boolean).join(' '), 'data-b': bead });
    }),
  );
}
