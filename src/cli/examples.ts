/** Examples for `--help`, by command. Every line is run by a test, in a folder where these files lie. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  align: [
    'palimpsest align original.txt translation.txt',
    'palimpsest align a.txt b.txt c.txt --out report.html --title "One event, three reports"',
    'palimpsest align en.docx id.docx --out memory.tmx --min-confidence 0.8',
    'palimpsest align a.txt b.txt c.txt --pivot a --json > alignment.json',
    'palimpsest align original.txt translation.txt --anchors corrections.json --out corrected.tmx',
    'palimpsest align original.txt - --language -=id < translation.txt',
  ],
  names: ['palimpsest names a.txt b.txt --format csv > names.csv', 'palimpsest names articles.json --out names.json'],
  findings: ['palimpsest findings original.txt translation.txt', 'palimpsest findings articles.json --out findings.csv'],
  lineage: ['palimpsest lineage a.txt b.txt c.txt', 'palimpsest lineage articles.json --json'],
  restore: ['palimpsest restore garbled.txt --against original.txt > restored.txt'],
  pair: ['palimpsest pair a.txt b.txt c.txt --out pairs.tsv', 'palimpsest pair articles.json --json'],
  score: ['palimpsest score gold.json found.vecalign', 'palimpsest score gold.json found.tmx --source source.txt --target target.txt'],
  split: ['palimpsest split a.txt', 'palimpsest split a.txt --json'],
  convert: [
    'palimpsest convert memory.tmx report.html',
    'palimpsest convert alignment.json memory.xliff --pair a,b',
    'palimpsest convert corpus.id corpus.en corpus.tsv --from moses',
    'palimpsest convert found.ladder report.html --source source.txt --target target.txt',
    'palimpsest convert books.alignment.xml books.tmx',
  ],
};

/** The examples of one command, or the first of each for the program, as the end of a help text. */
export function examplesText(command?: string): string {
  const lines = command === undefined ? Object.values(examples).map(([first]) => first!) : (examples[command] ?? []);
  return `\nExamples:\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
