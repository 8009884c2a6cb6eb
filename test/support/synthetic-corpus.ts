/**
 * A corpus made of a small grammar: English articles and their Indonesian translations, with invented names and numbers, so that no two
 * sentences are alike and any amount of text can be had from a seed. Some sentences are merged or left out in the translation.
 */
import { createRandom, type Random } from '../../bench/align-random.ts';

/** Two texts that translate one another, one sentence after another in paragraphs. */
export interface SyntheticPair {
  readonly id: string;
  readonly source: { readonly text: string; readonly language: 'en' };
  readonly target: { readonly text: string; readonly language: 'id' };
}

const people = [
  'minister:menteri',
  'mayor:wali kota',
  'teacher:guru',
  'farmer:petani',
  'doctor:dokter',
  'engineer:insinyur',
  'driver:sopir',
  'student:mahasiswa',
];
const deeds = [
  'opened:membuka',
  'visited:mengunjungi',
  'repaired:memperbaiki',
  'sold:menjual',
  'closed:menutup',
  'painted:mengecat',
  'inspected:memeriksa',
  'bought:membeli',
  'described:menggambarkan',
  'defended:membela',
];
const things = [
  'the old bridge:jembatan tua itu',
  'a small market:sebuah pasar kecil',
  'the new hospital:rumah sakit baru itu',
  'the school library:perpustakaan sekolah',
  'a fishing boat:sebuah perahu nelayan',
  'the railway station:stasiun kereta api',
  'the rice fields:sawah',
  'a water tower:sebuah menara air',
  'the main road:jalan utama',
  'the village hall:balai desa',
];
const places = [
  'near the river:di dekat sungai',
  'in the north of the island:di utara pulau',
  'behind the harbour:di belakang pelabuhan',
  'outside the capital:di luar ibu kota',
  'on the hill:di atas bukit',
  'beside the mosque:di samping masjid',
];
const times = [
  'on Monday:pada hari Senin',
  'last week:minggu lalu',
  'after the heavy rain:setelah hujan deras',
  'before the election:sebelum pemilihan',
  'during the holiday:selama liburan',
  'early in the morning:pagi-pagi sekali',
];
const reasons = [
  'because the money had finally arrived:karena uangnya akhirnya tiba',
  'although many residents were against it:meskipun banyak warga menentangnya',
  'while journalists were watching:sementara para wartawan menyaksikan',
  'so that children could go to school:agar anak-anak dapat pergi ke sekolah',
];
const syllables = ['ba', 'ri', 'ko', 'lan', 'te', 'mu', 'sar', 'ni', 'do', 'vel', 'ha', 'ge', 'pol', 'shi', 'ran', 'wi'];

/** An article of so many sentences, by seed. */
export function syntheticPair(seed: number, sentences: number): SyntheticPair {
  const random = createRandom(seed);
  const source: string[] = [];
  const target: string[] = [];
  for (let k = 0; k < sentences; k++) {
    const [english, indonesian] = sentence(random);
    const gap = k % 7 === 6 ? '\n\n' : ' ';
    source.push(english, k + 1 < sentences ? gap : '');
    if (random.next() < 0.03) continue; // not translated
    target.push(random.next() < 0.05 ? indonesian.replace(/\.$/, ';') : indonesian, k + 1 < sentences ? gap : '');
  }
  return {
    id: `article-${seed}`,
    source: { text: source.join(''), language: 'en' },
    target: { text: target.join('').trimEnd(), language: 'id' },
  };
}

/** Articles until there are so many characters on both sides together. */
export function* syntheticCorpus(characters: number, sentences: number, seed = 1): Generator<SyntheticPair> {
  for (let k = 0, total = 0; total < characters; k++) {
    const pair = syntheticPair(seed * 1_000_003 + k, sentences);
    total += pair.source.text.length + pair.target.text.length;
    yield pair;
  }
}

function sentence(random: Random): [english: string, indonesian: string] {
  const pick = (list: readonly string[]): [string, string] => list[random.below(list.length)]!.split(':') as [string, string];
  const [person, orang] = pick(people);
  const [deed, perbuatan] = pick(deeds);
  const [thing, benda] = pick(things);
  const [place, tempat] = pick(places);
  const [time, waktu] = pick(times);
  const [reason, alasan] = pick(reasons);
  const name = `${invent(random)} ${invent(random)}`;
  const count = 2 + random.below(9_000);
  return [
    `The ${person} ${name} ${deed} ${thing} ${place} ${time}, ${reason}, in front of ${count} people.`,
    `${orang[0]!.toUpperCase()}${orang.slice(1)} ${name} ${perbuatan} ${benda} ${tempat} ${waktu}, ${alasan}, di hadapan ${count} orang.`,
  ];
}

function invent(random: Random): string {
  let name = '';
  for (let k = 2 + random.below(2); k > 0; k--) name += syllables[random.below(syllables.length)]!;
  return name[0]!.toUpperCase() + name.slice(1);
}
