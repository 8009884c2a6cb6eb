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
    return { precision: right / Math.max(1, right + wrong.length), recall: (wanted - missed.length) / wanted, wrong, missed };
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

  test('numbers, dates and polarity: recall 0.8, precision 0.9', () => {
    const score = total(['number', 'date', 'polarity']);
    expect(score.recall, `missed ${score.missed}`).toBeGreaterThanOrEqual(0.8);
    expect(score.precision, `wrong ${score.wrong}`).toBeGreaterThanOrEqual(0.9);
  });

  test('who did what to how many: all of them, nothing else', () => {
    expect(total(['count-noun'])).toMatchObject({ precision: 1, recall: 1 });
  });

  test('quotations and content: recall 0.4, precision 0.7', () => {
    const score = total(['quotation', 'content']);
    expect(score.recall, `missed ${score.missed}`).toBeGreaterThanOrEqual(0.4);
    expect(score.precision, `wrong ${score.wrong}`).toBeGreaterThanOrEqual(0.7);
    expect(score.missed).not.toContain('保持这一进程,进行长期的外交接触,符合普京的利益');
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
    expect(aligned.findings.filter(({ rule }) => rule === 'content')).not.toEqual([]);
    expect(findDivergences(JSON.parse(JSON.stringify(aligned)))).toEqual(aligned.findings);
  });

  test('names that nobody has traced are traced', () => {
    expect(findDivergences({ ...alignment, names: [] })).toEqual(findings);
  });

  test('nothing is found twice', () => {
    const keys = findings.map(({ rule, pair, source, target }) => JSON.stringify([rule, pair, source?.start, target?.start]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
