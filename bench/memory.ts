/**
 * Memory of aligning two lists of sentences, against what `src/limits.ts` estimates. One size a process, since memory is never given back:
 *
 *     node bench/run.mjs bench/memory.ts 20000 comparable
 */
import { alignSentences, type Relation } from '../src/index.ts';
import { estimateMemory } from '../src/limits.ts';
import { createRandom } from './align-random.ts';

const words =
  'the envoy met president in moscow on friday said people more talks peace war city river house green seven nine minister car'.split(' ');
const count = Number(process.argv[2] ?? 5000);
const relation = (process.argv[3] ?? 'auto') as Relation | 'auto';
const { next: random } = createRandom(1);
const line = (): string =>
  `${Array.from({ length: 6 + Math.floor(random() * 10) }, () => words[Math.floor(random() * words.length)]).join(' ')} ${Math.floor(random() * 1e6)}.`;
const source = Array.from({ length: count }, line);
const target = source.map((text) => text.replace('the', 'die'));
const size = { characters: source.join('').length, sentences: count };
await alignSentences(source, target, { relation, maxMemory: Number.MAX_SAFE_INTEGER });
const megabytes = {
  measured: Math.round(process.resourceUsage().maxRSS / 1000),
  estimated: Math.round(estimateMemory([size, size], 256, relation) / 1e6),
};
console.log(JSON.stringify({ sentences: 2 * count, characters: 2 * size.characters, relation, megabytes }));
