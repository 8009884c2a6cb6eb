import { expect, test } from 'vitest';
import { witnessTable } from '../../src/report/witness-table.ts';
import type { Finding, Witness } from '../../src/types.ts';
import { seedAlignment } from './support/seed-alignment.ts';

const { documents } = seedAlignment();
const witness = (document: string, text: string, odd?: true): Witness => {
  const { start } = documents.find(({ id }) => id === document)!.sentences[0]!;
  return { document, sentence: 0, start, end: start + text.length, text, ...(odd && { odd }) };
};
const finding = (...witnesses: Witness[]): Finding => ({ rule: 'number', witnesses, beads: [], message: 'm', confidence: 0.9 });

test('a fact of three documents has a row, with the words of each and the one that stands alone', () => {
  const { markup } = witnessTable({
    documents,
    findings: [finding(witness('000', 'tiga', true), witness('001', 'two'), witness('003', 'two'))],
  });
  expect([...markup.matchAll(/<th scope="col"><bdi>([^<]+)/g)].map((match) => match[1])).toEqual(['000', '001', '003']);
  expect([...markup.matchAll(/class="spelling([^"]*)".*?<bdi>([^<]*)</g)].map((match) => [match[1], match[2]])).toEqual([
    [' garbled', 'tiga'],
    ['', 'two'],
    ['', 'two'],
  ]);
});

test('words that a document lacks are said to be missing, and the same words stand once', () => {
  const { markup } = witnessTable({
    documents,
    findings: [finding(witness('000', ''), witness('001', 'two'), witness('001', 'two'), witness('003', 'two'))],
  });
  expect(markup.match(/not said/g)).toHaveLength(1);
  expect(markup.match(/>two</g)).toHaveLength(2);
});

test('facts of two documents need no table', () => {
  expect(witnessTable({ documents, findings: [finding(witness('000', 'tiga'), witness('001', 'two'))] }).markup).toBe('');
});
