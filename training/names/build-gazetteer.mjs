/**
 * Builds the table of conventional names that no sound explains, src/names/tables/gazetteer-table.ts.
 *
 *   node training/names/build-gazetteer.mjs [--lexicon ../shared/corpora/lexicon]
 *
 * Sources, all in `<lexicon>/<language>-en/`: CLDR names (Unicode licence: countries, cities by time zone), Natural
 * Earth places (public domain), Wiktionary and the Open Multilingual Wordnet's Wiktionary (CC BY-SA 3.0), CC-CEDICT
 * (CC BY-SA 4.0); and training/names/written-names.tsv, written by hand from general knowledge.
 *
 * Kept: countries and continents in every language; cities and other names only where the spelling differs from the
 * English one and, in another script, where name-similarity does not find it by itself.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const flag = process.argv.indexOf('--lexicon');
const lexicon = resolve(root, flag > 0 ? process.argv[flag + 1] : '../shared/corpora/lexicon');

const bundle = resolve(root, 'training/work/name-similarity.mjs');
await build({
  entryPoints: [resolve(root, 'src/names/name-similarity.ts')],
  outfile: bundle,
  bundle: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
});
const { nameSimilarity } = await import(pathToFileURL(bundle).href);

const languages = [
  'ar',
  'de',
  'el',
  'es',
  'fr',
  'hi',
  'id',
  'it',
  'ja',
  'ko',
  'ms',
  'nl',
  'pl',
  'pt',
  'ru',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
  'ro',
  'he',
];
const latinLanguages = new Set(['de', 'es', 'fr', 'id', 'it', 'ms', 'nl', 'pl', 'pt', 'tr', 'vi', 'ro']);
const codeOf = (language) => 'abcdefghijklmnopqrstuv'[languages.indexOf(language)];

function read(language, source) {
  const file = `${lexicon}/${language}-en/${source}.tsv.xz`;
  if (!existsSync(file)) return [];
  return execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 28, encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [foreign, english] = line.split('\t');
      return english ? [[foreign.normalize('NFC').trim(), english.normalize('NFC').trim()]] : [];
    });
}

// which English names are regions, cities, languages: Node's own CLDR, English only
const english = (type) => new Intl.DisplayNames(['en'], { type, fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const named = (names, codes) =>
  new Set(
    codes.flatMap((code) => {
      try {
        return names.of(code) ?? [];
      } catch {
        return [];
      }
    }),
  );
const regions = named(english('region'), [
  ...letters.flatMap((a) => letters.map((b) => a + b)),
  '002',
  '003',
  '005',
  '009',
  '011',
  '013',
  '014',
  '015',
  '017',
  '018',
  '019',
  '021',
  '029',
  '030',
  '034',
  '035',
  '039',
  '053',
  '054',
  '057',
  '061',
  '142',
  '143',
  '145',
  '150',
  '151',
  '154',
  '155',
  '202',
  '419',
]);
const languageNames = named(
  english('language'),
  letters.flatMap((a) => letters.flatMap((b) => [(a + b).toLowerCase(), ...letters.map((c) => (a + b + c).toLowerCase())])),
);
const cities = new Set(Intl.supportedValuesOf('timeZone').map((zone) => zone.replace(/^.*\//, '').replaceAll('_', ' ')));
for (const city of ['Kyiv', 'Kolkata', 'Kathmandu', 'Ho Chi Minh City', 'Yangon']) cities.add(city);

const places = new Set(
  ['zh', 'ru', 'de', 'es', 'fr', 'pt'].flatMap((language) => read(language, 'naturalearth-places').map(([, name]) => name)),
);
for (const zone of Intl.supportedValuesOf('timeZone')) places.add(zone.replace(/^.*\//, '').replaceAll('_', ' '));

const concepts = new Map(); // English name -> { type, forms: Map form -> Set of languages }
const add = (name, type, form, language) => {
  if (form === name || form.length < 2 || /[\d()/;|:\t"«»]/.test(form)) return;
  const concept = concepts.get(name) ?? { type, forms: new Map() };
  if (concept.type === 'o') concept.type = type;
  concepts.set(name, concept);
  concept.forms.set(form, (concept.forms.get(form) ?? new Set()).add(language));
};
const differs = (form, name, language) => {
  const likeness = nameSimilarity(form, name);
  return latinLanguages.has(language) ? likeness < 1 || form.toLowerCase() !== name.toLowerCase() : likeness < 0.8;
};

for (const language of languages) {
  for (const [form, name] of read(language, 'cldr-names')) {
    if (regions.has(name) && !/\bRegion\b/.test(name)) add(name, 'l', form, language);
    else if (cities.has(name) && differs(form, name, language)) add(name, 'l', form, language);
  }
}

// proper names of the dictionaries: every word a capital on the English side, and the same name in three languages or more
const properName = /^(?:the )?\p{Lu}[\p{L}'.-]+(?: (?:of|the|and|\p{Lu}[\p{L}'.-]+)){0,4}$/u;
const notNames =
  /(?:ian|ean|ese|ish|ism|ist|ology|aceae|idae|ness|ity|ment|mas|day|tide|man|men|woman|people|language|script|alphabet|numeral|era|epoch|period|theorem|syndrome|disease)s?$/i;
const calendar = new Set(
  'January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
    ' ',
  ),
);
const candidates = new Map();
for (const language of languages) {
  for (const source of ['wiktionary', 'omw-wikt']) {
    for (const [form, rawName] of read(language, source)) {
      const name = rawName.replace(/^the /, '');
      if (
        !properName.test(rawName) ||
        notNames.test(name) ||
        languageNames.has(name) ||
        name.split(' ').some((word) => calendar.has(word)) ||
        name.length < 4
      )
        continue;
      if (/^\p{Ll}/u.test(form) || form.length > 32 || form.split(' ').length > 4) continue;
      const found = candidates.get(name) ?? new Map();
      candidates.set(name, found);
      found.set(`${language}\t${form}`, true);
    }
  }
}
for (const [name, found] of candidates) {
  const inLanguages = new Set([...found.keys()].map((key) => key.split('\t')[0]));
  if (inLanguages.size < 9) continue;
  const perLanguage = new Map();
  for (const key of found.keys()) {
    const [language, form] = key.split('\t');
    const count = perLanguage.get(language) ?? 0;
    if (count >= 1 || !differs(form, name, language)) continue;
    perLanguage.set(language, count + 1);
    add(name, places.has(name) ? 'l' : 'o', form, language);
  }
}

// CC-CEDICT: people whose Chinese name does not sound like the English one, bodies and places
const office =
  /\b(president|prime minister|chancellor|politician|leader|secretary|king|queen|pope|general|dictator|statesman|minister|emperor|senator|governor)\b/i;
for (const [form, gloss] of read('zh', 'cc-cedict')) {
  const [name, rest = ''] = gloss.split(/\s*,\s*/, 2);
  if (!/^\p{Lu}/u.test(name) || !office.test(gloss.slice(name.length)) || rest === '') continue;
  if (!/^\p{Lu}[\p{L}'.-]+(?: \p{Lu}[\p{L}'.-]*){0,3}$/u.test(name) || form.length < 2 || form.length > 6 || form.includes('·')) continue;
  if (nameSimilarity(form, name) < 0.8 && Math.max(...name.split(' ').map((word) => nameSimilarity(form, word))) < 0.8)
    add(name, 'p', form, 'zh');
}

// Natural Earth: large places only, by what Natural Earth itself lists in all six languages
for (const language of ['zh', 'ru', 'de', 'es', 'fr', 'pt']) {
  const known = new Set(concepts.keys());
  for (const [form, name] of read(language, 'naturalearth-places'))
    if (known.has(name) && differs(form, name, language)) add(name, 'l', form, language);
}

// Chinese names of places that their sound does not lead to, and that are no words of the dictionary beside
const chineseWords = new Set(read('zh', 'cc-cedict').flatMap(([form, gloss]) => (/^\p{Ll}/u.test(gloss) ? [form] : [])));
for (const [form, name] of read('zh', 'naturalearth-places'))
  if (/^\p{Script=Han}{2,6}$/u.test(form) && !chineseWords.has(form) && differs(form, name, 'zh')) add(name, 'l', form, 'zh');
for (const [form, gloss] of read('zh', 'cc-cedict')) {
  const place = /^(\p{Lu}[\p{L}'’ -]+), (?:(?:the )?(?:\p{L}+ )?capital|(?:\p{L}+ )?city|port|island|state|province)\b/u.exec(gloss);
  if (place !== null && /^\p{Script=Han}{2,6}$/u.test(form) && !chineseWords.has(form) && differs(form, place[1], 'zh'))
    add(place[1], 'l', form, 'zh');
}

// written entries: name, type, then `languages=form, form` fields; they come last and win
for (const line of readFileSync(resolve(here, 'written-names.tsv'), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [name, type, ...fields] = line.split('\t');
  const concept = concepts.get(name) ?? { type, forms: new Map() };
  concept.type = type;
  concepts.set(name, concept);
  for (const field of fields) {
    const [codes, forms] = field.split('=');
    for (const form of forms.split(','))
      for (const language of codes.split(',')) concept.forms.set(form.trim(), (concept.forms.get(form.trim()) ?? new Set()).add(language));
  }
}

// an English alias of a written entry is no entry of its own (Kiev beside Kyiv)
for (const concept of concepts.values()) {
  for (const [form, where] of concept.forms) {
    const alias = where.has('en') ? concepts.get(form) : undefined;
    if (alias === undefined || alias === concept) continue;
    for (const [other, codes] of alias.forms) concept.forms.set(other, new Set([...(concept.forms.get(other) ?? []), ...codes]));
    concepts.delete(form);
  }
}

// Chinese forms also as Taiwan and Hong Kong write them
const traditional = new Map();
for (const line of readFileSync(`${lexicon}/t2s_chars.tsv`, 'utf8').trim().split('\n')) {
  const [old, simple] = line.startsWith('#') ? [] : line.split('\t');
  if (simple !== undefined && old !== simple) traditional.set(simple, [...(traditional.get(simple) ?? []), old]);
}
for (const { forms } of concepts.values()) {
  for (const [form, where] of [...forms]) {
    if (!where.has('zh') || !/^\p{Script=Han}+$/u.test(form)) continue;
    for (const most of [1, 9]) {
      const written = [...form]
        .map((letter) => ((traditional.get(letter)?.length ?? 99) <= most ? traditional.get(letter)[0] : letter))
        .join('');
      if (written !== form && !forms.has(written)) forms.set(written, new Set(['zh']));
    }
  }
}

// one line a concept: name, type, forms; Latin and Han forms carry the letters of their languages
const lines = [...concepts]
  .filter(([, concept]) => concept.forms.size > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, { type, forms }]) => {
    const cells = [...forms].map(([form, where]) =>
      /\p{Script=Latin}|^\p{Script=Han}+$/u.test(form)
        ? `${form}:${[...where]
            .map((language) => (language === 'en' ? 'w' : codeOf(language)))
            .sort()
            .join('')}`
        : form,
    );
    return `${name}/${type}/${cells.join('/')}`;
  });
const text = lines.join('\n').replaceAll('\\', '').replaceAll('`', "'").replaceAll('$', '');
writeFileSync(
  resolve(root, 'src/names/tables/gazetteer-table.ts'),
  `/**
 * Conventional names of places, bodies and people. Generated by training/names/build-gazetteer.mjs from CLDR (Unicode
 * licence), Natural Earth (public domain), Wiktionary and Open Multilingual Wordnet (CC BY-SA 3.0), CC-CEDICT (CC BY-SA
 * 4.0) and training/names/written-names.tsv: do not edit.
 *
 * A line a name: English name / type (l place, b body, p person, o other) / forms; a form in Latin letters or Han characters ends in \`:\`
 * and the letters of its languages (a to v: ${languages.join(' ')}; w: en).
 */
export const gazetteerTable: string = \`${text}\`;
`,
);
console.log(lines.length, 'names,', Buffer.byteLength(text), 'bytes');
