/** Throws so many cases at the library, from a seed that is printed, and lets nothing through but sound results and meant errors. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmbedder, type Embedder } from '../../src/index.ts';
import { fuzzCases, isMeant } from './fuzz-cases.ts';

/** Processor time that one case may take, in milliseconds. */
const longest = 1000;

/** Define the tests; `FUZZ_SEED` sets another seed. */
export function fuzz(total: number): void {
  const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
  console.log(`${total} cases from the seed ${seed}`);
  let embedder: Embedder | undefined;
  const lent = { embed: 0 } as unknown as Embedder;
  const cases = fuzzCases(lent);
  const weights = cases.reduce((sum, { weight }) => sum + weight, 0);
  const names = (object: object): string => Object.getOwnPropertyNames(object).sort().join();
  const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
    (object) => [object, names(object)] as const,
  );

  beforeAll(async () => {
    embedder = await createEmbedder();
    Object.assign(lent, embedder);
    await embedder.embed(['warm']);
  });
  afterAll(() => embedder?.dispose());

  describe(`hostile input, ${total} cases`, () => {
    test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, { input, run, weight }) => {
      await fc.assert(
        fc.asyncProperty(input, async (value) => {
          const before = process.cpuUsage().user;
          try {
            await (run as (value: unknown) => unknown)(value);
          } catch (error) {
            if (!isMeant(error)) throw error;
          }
          expect((process.cpuUsage().user - before) / 1000, 'milliseconds').toBeLessThan(longest);
          for (const [object, known] of prototypes) expect(names(object)).toBe(known);
        }),
        { seed, numRuns: Math.ceil((total * weight) / weights) },
      );
    });
  });
}
