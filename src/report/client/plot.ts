/** The map beside the text: left sentences run down, right ones across, as they stand on the sheet; a click chooses a bead. */
import type { SideBead } from './rows.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Draw the beads of the open pair. */
export function bigPlot(beads: readonly SideBead[], leftCount: number, rightCount: number, choose: (bead: number) => void): SVGElement {
  const plot = document.createElementNS(svg, 'svg');
  plot.setAttribute('class', 'plot');
  plot.setAttribute('viewBox', `0 0 ${Math.max(1, rightCount)} ${Math.max(1, leftCount)}`);
  plot.setAttribute('preserveAspectRatio', 'none');
  plot.setAttribute('aria-hidden', 'true');
  beads.forEach(([l0, l1, r0, r1, confidence], bead) => {
    if (l0 === l1 || r0 === r1) return;
    const box = document.createElementNS(svg, 'rect');
    const place: Record<string, number> = { x: r0, y: l0, width: r1 - r0, height: l1 - l0 };
    for (const name in place) box.setAttribute(name, String(place[name]));
    box.setAttribute('class', `c${Math.min(3, Math.floor(confidence / 25))}`);
    box.dataset.b = String(bead);
    plot.append(box);
  });
  plot.addEventListener('click', (event) => {
    const bead = (event.target as Element).getAttribute('data-b');
    if (bead !== null) choose(Number(bead));
  });
  return plot;
}
