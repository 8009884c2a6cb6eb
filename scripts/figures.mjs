// How each recorded benchmark becomes a table.
import { readFileSync } from 'node:fs';

const markdown = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Strict F1 of others on MAC-Dev, and their models. */
const rivals = [
  ['Bertalign', '.911', 'LaBSE, 1.8 GB'],
  ['Vecalign', '.863', 'LASER or LaBSE'],
  ['hunalign with a dictionary of 224,000 entries', '.610', ''],
  ['Gale–Church', '.485', ''],
];
const score = (value) => value.toFixed(3).replace(/^0/, '');

/** What a rule found: on the written stories by cross-validation, and on translations with errors put in, language by language. */
const ruleTable = (rule, errors) => ({
  record: 'findings.json',
  command: 'node bench/run.mjs bench/fit-findings.ts 500 1012` and `node bench/run.mjs bench/findings.ts 0 500',
  table({ stories, flores }) {
    const { said, precision, recall, gold } = stories[rule];
    const head = `On written stories that the weights had not seen: ${said} entries, ${Math.round(precision * 100)} of 100 right; they hold ${Math.round(recall * 100)} of 100 of the ${gold} disagreements of this kind and its kin.`;
    if (!flores || errors.length === 0) return head;
    const rate = (counts) => (counts ? `${counts[0]} of ${counts[1]}` : '–');
    const rows = Object.entries(flores).map(([language, { untouched, found }]) => [
      language,
      String(untouched[rule] ?? 0),
      ...errors.map((error) => rate(found[error])),
    ]);
    return `${head}\n\n${markdown(['translations with English', 'false, of 500 untouched', ...errors.map((error) => `${error}: found`)], rows)}`;
  },
});

export const makers = {
  stories: {
    record: 'stories.json',
    command: 'npm run bench:stories -- --record',
    table({ 'held-out': figures }) {
      const title = (name) => (name === 'this build' ? '**Palimpsest**, this version' : name);
      const names = Object.keys(figures).sort((a, b) => figures[b]['links, all: F1'] - figures[a]['links, all: F1']);
      const cell = (value, figure) =>
        value === null || value === undefined
          ? ''
          : /right$|wrong$|documents/.test(figure) && Number.isInteger(value)
            ? String(value)
            : /a pair/.test(figure)
              ? value.toFixed(1)
              : score(value);
      return markdown(
        ['the ten held-out stories', ...names.map(title)],
        Object.keys(figures[names[0]]).map((figure) => [figure, ...names.map((name) => cell(figures[name][figure], figure))]),
      );
    },
  },
  lineage: {
    record: 'lineage.json',
    command: 'node bench/run.mjs bench/fit-lineage.ts',
    table({ stories, whole, parts, baseline, passed }) {
      const row = (name, { right, wrong, of }) => [name, right, wrong, of];
      return markdown(
        [`${stories} written stories, cross-validated by story`, 'right', 'wrong', 'of'],
        [
          row('source of a document', whole),
          row('the same in all parts of a story', parts),
          row('one threshold: the document that has half of it and more', baseline),
          row('language passed through', passed),
        ],
      );
    },
  },
  restore: {
    record: 'restore.json',
    command: 'node bench/run.mjs bench/fit-restore.ts',
    table({ stories, garbledPersons, documentsWithoutGarbling, chosen }) {
      return markdown(
        [`${stories} written stories, cross-validated by story`, ''],
        [
          ['changes', chosen.made],
          ['… wrong', chosen.wrong],
          [`… in ${documentsWithoutGarbling} texts without garbling`, chosen.inGoodTexts],
          [`garbled spellings of persons put right, of ${garbledPersons}`, chosen.personsPutRight],
        ],
      );
    },
  },
  'findings-number': ruleTable('number', ['number', 'number, source']),
  'findings-date': ruleTable('date', ['weekday']),
  'findings-count-noun': ruleTable('count-noun', []),
  'findings-polarity': ruleTable('polarity', ['negation lost', 'negation added']),
  quality: {
    record: 'fit-bead-score.json',
    command: 'node bench/run.mjs bench/fit-bead-score.ts',
    table({ strict, reliability }) {
      const [reports, relations] = ['links', 'relation'].map((name) =>
        JSON.parse(readFileSync(new URL(`../bench/record/${name}.json`, import.meta.url), 'utf8')),
      );
      const { learned } = strict;
      const ours = ['**Palimpsest**, cross-validated by chapter', score(learned.mac), '28 MB, in the package'];
      const mac = markdown(
        ['MAC-Dev, Chinese–English novels, 38 % of the beads not 1-1', 'strict F1', 'model'],
        [ours, ...rivals].sort((a, b) => Number(b[1]) - Number(a[1])),
      );
      const others = markdown(
        ['others', ''],
        [
          ['Text+Berg dev, German–French yearbook, weights from other sets: strict F1', score(learned.textberg)],
          ['news with sentences cut, merged and 10 % dropped, id–en, zh–en, id–zh: strict F1', score(learned['news id-en zh-en id-zh'])],
          [
            'reports of other outlets, 38 written stories, cross-validated: F1 over sentence links',
            score(reports.words.crossValidated.far.f1),
          ],
          ['the same, reports rewritten from one another', score(reports.words.crossValidated.rewrite.f1)],
          ['the same, real articles of different outlets', score(reports.words.crossValidated.real.f1)],
          [
            'translations, reports of one subject or strangers, a few sentences shared in part among them: accuracy',
            score(relations.accuracy),
          ],
          ['confidence: expected calibration error', score(reliability.error)],
        ],
      );
      return `${mac}\n\nFigures of others: from their papers, or scored from their published outputs (Liu and Zhu 2022, https://doi.org/10.1093/llc/fqac089).\n\n${others}`;
    },
  },
  names: {
    record: 'names.json',
    command: 'node bench/run.mjs bench/names.ts --queries 600',
    table(record) {
      const languages = ['zh', 'ja', 'ko', 'ru', 'ar'];
      const right = languages.map((language) => score(record[`${language}-en right one first of 1,000`]));
      return markdown(
        ['names, half of the development set never tuned on', ...languages, 'Latin spellings'],
        [
          ['share of words whose Latin form comes first among 1,000', ...right, ''],
          [
            'same name or not, one threshold: F1',
            ...languages.map(() => ''),
            score(record['latin variants F1, threshold from the other half']),
          ],
        ],
      );
    },
  },
  links: {
    record: 'links.json',
    command: 'node bench/run.mjs bench/fit-links.ts',
    table({ words, wordless }) {
      const kinds = {
        independent: 'independent reports (stories)',
        rewrite: 'rewritten (stories)',
        'rewrite-far': 'rewritten by way of another text (stories)',
        far: 'all reports not made from one another (stories)',
        real: 'real articles of different outlets',
        related: 'the same people, another event (stories)',
        'real-other-event': 'the same people, another event (real)',
      };
      const rows = Object.entries(kinds).map(([kind, title]) => {
        const { f1, precision, recall, links, wrongPerPair } = words.crossValidated[kind];
        return [title, links, score(f1), score(precision), score(recall), wrongPerPair.toFixed(1), score(wordless.crossValidated[kind].f1)];
      });
      const table = markdown(
        ['pairs', 'links', 'F1', 'precision', 'recall', 'wrong links a pair', 'F1 without tokens (other embedders)'],
        rows,
      );
      const { stories, real } = words.reliability;
      const { stories: made, real: found } = words.events;
      return `${table}

Expected calibration error: ${score(stories.error)} on stories, ${score(real.error)} on real articles. Pairs about another event recognised: ${made.other} in stories, ${found.other} real; about the same event: ${made.same} and ${found.same}.`;
    },
  },
  'link-evidence': {
    record: 'links-study.json',
    command: 'node bench/run.mjs bench/fit-links.ts --study',
    table({ baseline, without, curve }) {
      const row = (title, { far, real }) => [title, score(far), score(real)];
      return markdown(
        ['F1 over links', 'reports not made from one another', 'real articles'],
        [
          row('cosine, the best threshold of each column', baseline.cosine),
          row('rare words that both share (`rareBoth`), the best threshold of each column', baseline.rareBoth),
          ...curve.map((point) => row(`all that is learned, from ${point.sets} sets`, point)),
          ...Object.entries(without).map(([name, point]) => row(`without ${name}`, point)),
        ],
      );
    },
  },
  'link-languages': {
    record: 'links-study.json',
    command: 'node bench/run.mjs bench/fit-links.ts --study',
    table({ byLanguages }) {
      return markdown(
        ['languages', 'links', 'F1', 'precision', 'recall'],
        Object.entries(byLanguages)
          .sort(([, a], [, b]) => b.links - a.links)
          .map(([pair, { links, f1, precision, recall }]) => [pair, links, score(f1), score(precision), score(recall)]),
      );
    },
  },
  beads: {
    record: 'fit-bead-score.json',
    command: 'node bench/run.mjs bench/fit-bead-score.ts',
    table({ strict }) {
      const ways = Object.keys(strict);
      const sets = Object.keys(strict.learned).filter((set) => !set.endsWith('lax'));
      return markdown(
        ['set', ...ways],
        sets.map((set) => [set, ...ways.map((way) => score(strict[way][set]))]),
      );
    },
  },
  reliability: {
    record: 'fit-bead-score.json',
    command: 'node bench/run.mjs bench/fit-bead-score.ts',
    table({ reliability: { error, table } }) {
      const rows = table.filter(({ beads }) => beads > 0);
      const bins = markdown(
        ['confidence from', ...rows.map(({ from }) => String(from))],
        [
          ['beads', ...rows.map(({ beads }) => beads)],
          ['stated, mean', ...rows.map(({ stated }) => stated.toFixed(2))],
          ['right', ...rows.map(({ right }) => right.toFixed(2))],
        ],
      );
      return `${bins}\n\nExpected calibration error: ${score(error)}.`;
    },
  },
  speed: {
    record: 'align-speed.json',
    command: 'node bench/run.mjs bench/align-speed.ts',
    table({ rows }) {
      return markdown(
        [
          'sentences',
          'milliseconds, embedding included',
          'of them embedding',
          'longest turn, milliseconds',
          'most memory, MB',
          'strict F1',
        ],
        rows.map(({ source, target, milliseconds, embedding, longestBlock = '', megabytes = '', strict }) => [
          `${source} × ${target}`,
          Math.round(milliseconds),
          embedding === undefined ? '' : Math.round(embedding),
          longestBlock,
          megabytes,
          strict === undefined ? '' : score(strict),
        ]),
      );
    },
  },
  alternating: {
    record: 'alternating-run.json',
    command: 'node bench/alternating-run.mjs OLD/dist/index.js dist/node.js --record',
    table({ rows }) {
      const percent = (share) => `${Math.round(share * 100)} %`;
      return markdown(
        ['processor time, warm, median', '0.1.0, milliseconds', 'this version', 'share', 'share of the least times'],
        rows.map(({ name, old, new: own, share }) => [
          name,
          Math.round(old.median),
          Math.round(own.median),
          percent(share.median),
          percent(share.least),
        ]),
      );
    },
  },
  corpora: {
    record: 'corpus.json',
    command: 'node bench/run.mjs bench/corpus.ts',
    table({ speed }) {
      return markdown(
        [`${speed[0].megabytes} MB in ${speed[0].pairs} pairs`, 'seconds', 'pairs a second', 'most memory, MB'],
        speed.map(({ name, seconds, pairsASecond, mostMemory }) => [name, seconds.toFixed(1), Math.round(pairsASecond), mostMemory]),
      );
    },
  },
  piles: {
    record: 'pair-documents.json',
    command: 'node bench/run.mjs bench/pair-documents.ts',
    table({ quality }) {
      return markdown(
        ['pile', 'documents', 'pairs', 'found', 'wrong'],
        quality.map(({ name, documents, pairs, recall, wrong }) => [name, documents, pairs, pairs ? score(recall) : '', wrong]),
      );
    },
  },
  segmentation: {
    record: 'segmentation.json',
    command: 'node bench/run.mjs bench/segmentation.ts',
    table({ sets }) {
      const ways = ['ours', 'intl', 'intl + repairs', 'sentencex', 'sentencex + repairs'];
      const flores = Object.keys(sets).filter((name) => name.startsWith('flores') && name !== 'flores th');
      const seeds = Object.keys(sets).filter((name) => name.startsWith('seed'));
      /** @type {[string, string[]][]} */
      const rows = [
        ...Object.keys(sets)
          .filter((name) => !name.startsWith('flores') && !name.startsWith('seed'))
          .map((name) => /** @type {[string, string[]]} */ ([name, [name]])),
        ['Thai (FLORES), which writes no full stops', ['flores th']],
        [`FLORES articles, mean of ${flores.length} other languages`, flores],
        ['the seeds', seeds],
      ];
      return markdown(
        ['set', ...ways],
        rows.map(([title, names]) => [title, ...ways.map((way) => mean(names.map((name) => sets[name][way].f1)).toFixed(3))]),
      );
    },
  },
};
