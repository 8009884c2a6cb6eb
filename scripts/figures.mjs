// How each recorded benchmark becomes a table.

const markdown = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

export const makers = {
  segmentation: {
    record: 'segmentation.json',
    command: 'node bench/run.mjs bench/segmentation.ts',
    table({ sets }) {
      const ways = ['ours', 'intl', 'intl + repairs', 'sentencex', 'sentencex + repairs'];
      const flores = Object.keys(sets).filter((name) => name.startsWith('flores') && name !== 'flores th');
      const seeds = Object.keys(sets).filter((name) => name.startsWith('seed'));
      const rows = [
        ...Object.keys(sets)
          .filter((name) => !name.startsWith('flores') && !name.startsWith('seed'))
          .map((name) => [name, [name]]),
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
