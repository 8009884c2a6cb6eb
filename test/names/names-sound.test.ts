/** The dynamic programs of sound against their definitions, spelled out by recursion. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBySound, soundText } from '../../src/names/mentions/find-by-sound.ts';
import { latinWorth } from '../../src/names/sound/latin-score.ts';
import { type LatinLetters, latinLetters, soundWorth } from '../../src/names/sound/sound-score.ts';
import { groupNumber, type SoundTable, soundTable, stepWorth } from '../../src/names/sound/sound-table.ts';
import { soundUnits } from '../../src/names/sound/sound-units.ts';

const seed = 20_250_502;
const chinese = fc.string({ unit: fc.constantFrom(...'威特科夫普京斯尔克拉进行的'), minLength: 1, maxLength: 4 });
const letters = fc.string({ unit: fc.constantFrom(...'witkofpunrsel'), minLength: 1, maxLength: 6 });

describe('sound units', () => {
  test.each([
    ['威特科夫', 'han', ['wei', 'te', 'ke', 'fu']],
    ['プーチン', 'kana', ['プ', 'ー', 'チ', 'ン']],
    ['シャロン', 'kana', ['シャ', 'ロ', 'ン']],
    ['ぷーちん', 'kana', ['プ', 'ー', 'チ', 'ン']],
    ['정은', 'hangul', ['o12', 'v4', 't21', 'v18', 't4']],
    ['Київ', 'cyrillic', ['к', 'и', 'й', 'и', 'в']],
    ['کیان', 'arabic', ['ك', 'ي', 'ا', 'ن']],
    ['נתן', 'hebrew', ['נ', 'ת', 'נ']],
    ['Žižek', 'latin', ['z', 'i', 'z', 'e', 'k']],
    ['Μπάιντεν', 'latin', [...'bainten']],
  ])('%s is read as %s', (word, script, units) => {
    const read = soundUnits(word);
    expect(read.script).toBe(script);
    expect(read.units).toEqual(units);
  });
});

describe('soundWorth', () => {
  test('is the best of all ways to cut the letters', () => {
    const table = soundTable('han');
    fc.assert(
      fc.property(chinese, letters, (word, spelled) => {
        const units = soundUnits(word).units.map((unit) => table.numbers.get(unit) ?? table.unknown);
        expect(soundWorth(table, units, latinLetters(spelled))).toBeCloseTo(worthByTrying(table, units, spelled), 3);
      }),
      { seed, numRuns: 150 },
    );
  });
});

/** Try every group for the first unit, or leave the first letter to none, and recurse. */
function worthByTrying(table: SoundTable, units: readonly number[], spelled: string): number {
  if (units.length === 0 && spelled === '') return 0;
  let best = Number.NEGATIVE_INFINITY;
  if (spelled !== '') best = table.inserted[groupNumber(spelled[0]!)]! + worthByTrying(table, units, spelled.slice(1));
  if (units.length === 0) return best;
  for (let k = 0; k <= Math.min(4, spelled.length); k++) {
    const seen = stepWorth(table.steps, units[0]!, groupNumber(spelled.slice(0, k)));
    const share = k === 0 ? 0 : table.letterShare[groupNumber(spelled[0]!)]!;
    const worth = Number.isNaN(seen) ? (k > 1 ? Number.NEGATIVE_INFINITY : table.unseen - share) : seen;
    best = Math.max(best, worth + worthByTrying(table, units.slice(1), spelled.slice(k)));
  }
  return best;
}

describe('latinWorth', () => {
  test('is the same both ways', () => {
    fc.assert(
      fc.property(letters, letters, (one, other) => {
        expect(latinWorth(latinLetters(one), latinLetters(other))).toBeCloseTo(latinWorth(latinLetters(other), latinLetters(one)), 6);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('gives up only below the least that was asked for', () => {
    fc.assert(
      fc.property(letters, letters, fc.double({ min: -10, max: 20, noNaN: true }), (one, other, least) => {
        const [a, b] = [latinLetters(one), latinLetters(other)];
        const exact = latinWorth(a, b);
        expect(latinWorth(a, b, least)).toBe(exact >= least ? exact : latinWorth(a, b, least));
        if (latinWorth(a, b, least) !== exact) expect(exact).toBeLessThan(least);
      }),
      { seed, numRuns: 300 },
    );
  });

  test('letters in the wrong order cost less than two exchanges', () => {
    const worth = (one: string, other: string) => latinWorth(latinLetters(one), latinLetters(other));
    expect(worth('scholz', 'schloz')).toBeGreaterThan(worth('scholz', 'schtaz'));
  });
});

describe('findBySound', () => {
  const running = fc.string({ unit: fc.constantFrom(...'威特科夫普京斯尔与的总统,'), minLength: 1, maxLength: 8 });

  test('finds the stretch that is worth most, of all stretches', () => {
    fc.assert(
      fc.property(running, fc.constantFrom('putin', 'witkoff', 'tekes'), (text, name) => {
        const read = soundText(text, 'han');
        const latin = latinLetters(name);
        const best = findBySound(read, latin, 2)[0]?.worth ?? 0;
        expect(best).toBeCloseTo(bestStretch(text, latin), 3);
      }),
      { seed, numRuns: 200 },
    );
  });

  test('gives offsets into the text', () => {
    const text = '与俄罗斯总统弗拉基米尔·普京进行';
    const [match] = findBySound(soundText(text, 'han'), latinLetters('putin'), 5);
    expect(text.slice(match!.start, match!.end)).toBe('普京');
  });
});

/** Every stretch of Chinese characters that begins with a step the table knows; 0 where none is worth 2 nats. */
function bestStretch(text: string, latin: LatinLetters): number {
  const table = soundTable('han');
  let best = 0;
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 1; end <= text.length && !text.slice(start, end).includes(','); end++) {
      const units = soundUnits(text.slice(start, end)).units.map((unit) => table.numbers.get(unit) ?? table.unknown);
      // a letter that no unit stands for may come first (the H of Hnatov)
      best = Math.max(best, table.inserted[groupNumber(latin.letters[0]!)]! + worthByTrying(table, units, latin.letters.slice(1)));
      for (let k = 1; k <= Math.min(4, latin.letters.length); k++) {
        const first = stepWorth(table.steps, units[0]!, groupNumber(latin.letters.slice(0, k)));
        if (Number.isNaN(first)) continue;
        best = Math.max(best, first + worthByTrying(table, units.slice(1), latin.letters.slice(k)));
      }
    }
  }
  return best >= 2 ? best : 0;
}
