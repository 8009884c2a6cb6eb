/** What is written is read again: all of it, or what the format can hold. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choosePair, isJoined, passageText, type WriteOptions } from '../../src/formats/chosen-pair.ts';
import { formats } from '../../src/formats/formats.ts';
import type { Alignment, Bead } from '../../src/types.ts';
import { seedAlignment } from '../report/support/seed-alignment.ts';
import { bitext } from './support/arbitrary-alignment.ts';

function check(holds: (alignment: Alignment) => void): void {
  const property = fc.property(bitext, (alignment) => {
    holds(alignment);
  });
  fc.assert(property, { seed: 42, numRuns: 150 });
}

/** The passages of an alignment, as a format writes them. */
function passages(alignment: Alignment, options: { skips: boolean; clean?: (text: string) => string }) {
  const { source, target, beads } = choosePair(alignment);
  const clean = (text: string) => (options.clean?.(text) ?? text).trim();
  return beads
    .filter((bead) => options.skips || isJoined(bead))
    .map((bead) => [clean(passageText(source, bead.source)), clean(passageText(target, bead.target))]);
}

const numbers = (alignment: Alignment, keep: (bead: Bead) => boolean = isJoined) =>
  alignment.pairs[0]!.beads.filter(keep).map((bead) => [bead.similarity.toFixed(4), bead.confidence.toFixed(4)]);

const xliff12 = {
  write: (alignment: Alignment, options?: WriteOptions) => formats.xliff.write(alignment, { ...options, version: '1.2' }),
  read: formats.xliff.read,
};

const xmlClean = (text: string) => text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd');

describe('JSON', () => {
  test('keeps everything', () => {
    check((alignment) => expect(formats.json.read(formats.json.write(alignment))).toEqual(alignment));
    expect(formats.json.read(formats.json.write(seedAlignment(), { indent: 0 }))).toEqual(seedAlignment());
  });
});

describe.each([
  ['TSV', formats.tsv, true, (text: string) => text],
  ['TMX', formats.tmx, false, xmlClean],
  ['XLIFF', formats.xliff, false, (text: string) => text],
  ['XLIFF 1.2', xliff12, false, xmlClean],
] as const)('%s', (_, format, skips, clean) => {
  test('keeps passages and numbers', () => {
    check((alignment) => {
      const again = format.read(format.write(alignment));
      expect(passages(again, { skips })).toEqual(passages(alignment, { skips, clean }));
      expect(numbers(again)).toEqual(numbers(alignment));
    });
  });
});

test.each([
  ['TMX', formats.tmx],
  ['XLIFF', formats.xliff],
  ['XLIFF 1.2', xliff12],
] as const)('%s keeps ids and languages', (_, format) => {
  const options = { pair: seedAlignment().pairs.findIndex((pair) => pair.source === '002:zh') };
  const again = format.read(format.write(seedAlignment(), options));
  expect(again.documents.map(({ id, language }) => [id, language])).toEqual([
    ['002:zh', 'zh'],
    ['002:en', 'en'],
  ]);
  expect(again.pairs[0]).toMatchObject({ source: '002:zh', target: '002:en', relation: 'parallel' });
});

test('Moses keeps passages, line by line', () => {
  const line = (text: string) => text.replace(/[\0-\x1f\x7f-\x9f]/g, ' ');
  check((alignment) => {
    const files = formats.moses.write(alignment);
    expect(files.source.split('\n').length).toBe(files.target.split('\n').length);
    expect(passages(formats.moses.read(files), { skips: false })).toEqual(passages(alignment, { skips: false, clean: line }));
  });
});

test('InterText keeps sentences and beads', () => {
  check((alignment) => {
    const again = formats.intertext.read(formats.intertext.write(alignment));
    for (const [i, document] of again.documents.entries()) {
      expect(document.sentences.map(({ text }) => text)).toEqual(alignment.documents[i]!.sentences.map(({ text }) => xmlClean(text)));
    }
    const beads = (value: Alignment) => value.pairs[0]!.beads.map(({ source, target }) => [source, target]);
    expect(beads(again)).toEqual(beads(alignment));
  });
});

const range = ([start, end]: readonly [number, number]) => Array.from({ length: end - start }, (_, k) => start + k);

test('Vecalign keeps beads and their confidence', () => {
  check((alignment) => {
    const again = formats.vecalign.read(formats.vecalign.write(alignment));
    expect(again.map(({ source, target, confidence }) => [source, target, confidence!.toFixed(4)])).toEqual(
      alignment.pairs[0]!.beads.map(({ source, target, confidence }) => [range(source), range(target), confidence.toFixed(4)]),
    );
  });
});

test('a ladder keeps joined beads and their confidence, and every sentence', () => {
  check((alignment) => {
    const again = formats.ladder.read(formats.ladder.write(alignment));
    expect(again.filter(({ source, target }) => source.length > 0 && target.length > 0)).toEqual(
      alignment.pairs[0]!.beads.filter(isJoined).map(({ source, target, confidence }) => ({
        source: range(source),
        target: range(target),
        confidence: Number(confidence.toFixed(4)),
      })),
    );
    for (const [side, document] of [
      ['source', 0],
      ['target', 1],
    ] as const) {
      expect(again.flatMap((bead) => bead[side])).toEqual(alignment.documents[document]!.sentences.map(({ index }) => index));
    }
  });
});
