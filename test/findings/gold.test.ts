import { beforeAll, describe, expect, test } from 'vitest';
import { alignDocuments } from '../../src/align-documents.ts';
import { findDivergences } from '../../src/findings/find-divergences.ts';
import { traceNames } from '../../src/names/trace-names.ts';
import type { Finding } from '../../src/types.ts';
import { readGoldAlignment, readGoldFindings } from '../support/gold-alignment.ts';
import { scoreFindings } from '../support/score-findings.ts';

describe('the disagreements of the seeds, on their gold beads', () => {
  const beads = readGoldAlignment();
  const alignment = { ...beads, names: traceNames(beads) };
  const gold = readGoldFindings();
  let findings: Finding[];
  const find = (): Finding[] => findDivergences(alignment);
  beforeAll(() => {
    findings = find();
  });

  /** Precision and recall over all pairs. */
  function total(kinds: readonly string[]): { precision: number; recall: number; wrong: string[]; missed: string[] } {
    const scores = gold.map((pair) => scoreFindings(alignment, findings, pair, kinds));
    const wanted = gold.flatMap((pair) => pair.findings).filter((entry) => kinds.includes(entry.kinds[0]!)).length;
    const right = scores.reduce((sum, score) => sum + score.right, 0);
    const wrong = scores.flatMap((score) => score.wrong.map((finding) => finding.message));
    const missed = scores.flatMap((score) => score.missed.map((entry) => entry.source.text));
    return {
      precision: right + wrong.length === 0 ? 1 : right / (right + wrong.length),
      recall: (wanted - missed.length) / wanted,
      wrong,
      missed,
    };
  }

  test('every entry stands in the sentences it names', () => {
    for (const pair of gold) {
      for (const entry of [...pair.findings, ...pair.possible]) {
        for (const [id, side] of [
          [pair.source, entry.source],
          [pair.target, entry.target],
        ] as const) {
          const document = alignment.documents.find((one) => one.id === id)!;
          expect(document.text.slice(document.sentences[side.sentence]!.start)).toContain(side.text);
        }
      }
    }
  });

  test('what is found by default is there; what is weighed has the attacks that became fatalities', () => {
    const { precision, wrong } = total(['number', 'date', 'polarity', 'count-noun']);
    expect(precision, `wrong ${wrong}`).toBeGreaterThanOrEqual(0.8);
    const weighed = findDivergences(alignment, { minConfidence: 0.3 });
    expect(weighed.map(({ rule, witnesses }) => [rule, ...witnesses.map(({ text }) => text)])).toContainEqual([
      'count-noun',
      '12 serangan',
      '12 fatalities',
    ]);
  });

  test('take less than 100 ms of work, warm', () => {
    const times = Array.from({ length: 20 }, () => {
      const start = process.cpuUsage().user;
      find();
      return (process.cpuUsage().user - start) / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(100);
  });

  test('an alignment that was stored has the findings that it had', async () => {
    const documents = beads.documents.map(({ id, language, sentences }) => ({
      id,
      language,
      sentences: sentences.map(({ text }) => text),
    }));
    const aligned = await alignDocuments(documents);
    expect(findDivergences(JSON.parse(JSON.stringify(aligned)))).toEqual(aligned.findings);
  });

  test('nothing is found twice', () => {
    const keys = findings.flatMap(({ rule, witnesses }) => witnesses.map(({ document, start }) => JSON.stringify([rule, document, start])));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
