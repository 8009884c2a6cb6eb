import { expect, test } from 'vitest';
import { withNotebookDisplay } from '../../src/report/notebook-display.ts';
import { hostileAlignment } from './support/hostile-alignment.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const display = Symbol.for('Jupyter.display');
const show = (value: object) => (value as Record<symbol, () => Record<string, string>>)[display]!();

test('an alignment shows its pairs and names as tables', () => {
  const shown = show(withNotebookDisplay(seedAlignment()));
  expect(shown['text/html']).toContain('<bdi>002:zh</bdi> ↔ <bdi>002:en</bdi></th><td>parallel 90 %</td><td>53 passages</td>');
  expect(shown['text/html']).toContain('Wit<b>ca</b>f');
  expect(shown['text/plain']).toContain('002:zh ↔ 002:en: parallel, 53 passages');
});

test('the display does not show in JSON or in comparisons', () => {
  const alignment = withNotebookDisplay(seedAlignment());
  expect(JSON.stringify(alignment)).toBe(JSON.stringify(seedAlignment()));
  expect(Object.keys(alignment)).toEqual(Object.keys(seedAlignment()));
  expect(alignment).toEqual(seedAlignment());
});

test('what documents hold never becomes markup', () => {
  expect(show(withNotebookDisplay(hostileAlignment('<img src=x onerror=alert(1)>')))['text/html']).not.toContain('<img');
});
