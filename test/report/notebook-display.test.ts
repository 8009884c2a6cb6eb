import { expect, test } from 'vitest';
import { alignSentences } from '../../src/align-sentences.ts';
import { scoreAlignment } from '../../src/evaluate/score-alignment.ts';
import { withNotebookDisplay } from '../../src/report/notebook-display.ts';
import { hostileAlignment } from './support/hostile-alignment.ts';
import { countedAlignment } from './support/made-alignments.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const display = Symbol.for('Jupyter.display');
const show = (value: object) => (value as Record<symbol, () => Record<string, string>>)[display]!();

test('an alignment shows its pairs, names, findings and lineage', () => {
  const shown = show(withNotebookDisplay(seedAlignment()));
  expect(shown['text/html']).toContain('<b><bdi>002:zh</bdi> ↓ <bdi>002:en</bdi> →</b><br>parallel 90 %<br>53 passages');
  expect(shown['text/html']).toContain('12 pairs with nothing in common.');
  expect(shown['text/html']).toContain('Wit<b>ca</b>f');
  expect(shown['text/html']).toContain('<li><b>number</b> The number is the same, what it counts is not.</li>');
  expect(shown['text/html']).toContain(
    '<li><bdi>000 was likely made from 003 or 001, or from the text behind them, through Indonesian (64 %)</bdi></li>',
  );
  expect(shown['text/plain']).toContain('002:zh ↔ 002:en: parallel, 53 passages');
});

test('garbled names come first, and only the beginning of a long list is shown', () => {
  const alignment = seedAlignment();
  const rows = (show(withNotebookDisplay(alignment))['text/html']!.match(/<tr id="name-/g) ?? []).length;
  expect(rows).toBe(12);
  expect(show(alignment)['text/html']).toContain(`… and ${alignment.names.length - 12} more names in <code>alignment.names</code>`);
  const last = { ...alignment, names: [...alignment.names].reverse() };
  expect(show(withNotebookDisplay(last))['text/html']).toContain('Wit<b>ca</b>f');
});

test('an alignment without names, findings or lineage shows its map alone', () => {
  const shown = show(withNotebookDisplay(countedAlignment(3)))['text/html']!;
  expect(shown).toContain('3 passages');
  expect(shown).not.toMatch(/<table|<ul|more /);
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

test('aligned sentences and scores show themselves as tables, and stay plain', async () => {
  const aligned = await alignSentences(['The <cat> sleeps.', 'It rains.'], ['Kucing itu tidur.', 'Hujan turun.']);
  expect(show(aligned)['text/html']).toContain('The &lt;cat&gt; sleeps.</td>');
  expect(show(aligned)['text/plain']).toMatch(/^confidence\tsource\ttarget\n\d\.\d\d\tThe <cat> sleeps\.\tKucing itu tidur\.\n/);
  expect(Object.keys(aligned).sort()).toEqual(['beads', 'relation', 'relationConfidence', 'sameEvent']);
  const gold = [
    { source: [0], target: [0] },
    { source: [1], target: [1, 2] },
    { source: [2], target: [3] },
  ];
  const score = scoreAlignment(gold, [
    { source: [0], target: [0] },
    { source: [1], target: [1] },
  ]);
  expect(show(score)['text/plain']).toMatch(/strict\t0\.500\t0\.333\t0\.400\t3\nlax\t1\t0\.667/);
  expect(score).toEqual(JSON.parse(JSON.stringify(score)));
});
