// Lists the numbers set by hand: cut-offs and weights in the code that judges, except fitted ones (`*-weights.ts`, `learned/`) and tables.
//   node scripts/hand-set-numbers.mjs [--bare]      --bare: only those without a name or a reason
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const rooms = /^src\/(align|names|findings|lineage|pairing|text)\//;
const fitted = /\/learned\/|weights\.ts$|-tables?\.ts$|\/kernel\/|unsettled-ranges|chinese-writing|\/numbers\/|exact-math/;
/** Constants that set the pace of work, not a result. */
const paces = /step|^rowsPer|bytes/i;
/** A number judges if it is a fraction, or a constant with one of these words in its name. */
const judges =
  /least|most|limit|threshold|weight|cost|share|ratio|window|near|far|per|size|count|long|short|penalt|prior|floor|confidence/i;

/** Numbers this small only keep rounding from passing a bound or a divisor from being 0. */
const GUARD = 1e-8;

const rows = [];
for (const name of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()) {
  const file = `src/${name.replaceAll('\\', '/')}`;
  if (!file.endsWith('.ts') || !rooms.test(file) || fitted.test(file)) continue;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isNumericLiteral(node)) {
      const value = Number(node.text);
      const owner = ownerOf(node);
      if (isJudgement(value, owner)) {
        const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        rows.push({
          file,
          line,
          name: owner ? owner.name.getText() : '',
          value: node.getText(),
          why: owner ? reasonOf(owner, source) : '',
        });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** The constant that is this number, or holds it under a name. @param {ts.Node} node @returns {ts.VariableDeclaration | undefined} */
function ownerOf(node) {
  let at = node.parent;
  while (!ts.isStatement(at) && !ts.isVariableDeclaration(at) && !ts.isFunctionLike(at) && !isOpaqueCall(at)) at = at.parent;
  return ts.isVariableDeclaration(at) ? at : undefined;
}

/** A call whose result need not be the number it was given; a logarithm is the same number on another scale. @param {ts.Node} node */
function isOpaqueCall(node) {
  return ts.isCallExpression(node) && !(ts.isIdentifier(node.expression) && node.expression.text === 'log');
}

/** @param {number} value @param {ts.VariableDeclaration | undefined} owner */
function isJudgement(value, owner) {
  if (!owner && value !== 0 && Math.abs(value) < GUARD) return false;
  if (owner && paces.test(owner.name.getText())) return false;
  if (!Number.isInteger(value)) return value !== 0.5;
  return value > 2 && owner !== undefined && judges.test(owner.name.getText());
}

/** The comment at a constant. @param {ts.VariableDeclaration} owner @param {ts.SourceFile} source */
function reasonOf(owner, source) {
  const statement = owner.parent.parent;
  const before = ts.getLeadingCommentRanges(source.text, statement.getFullStart()) ?? [];
  const after = ts.getTrailingCommentRanges(source.text, statement.getEnd()) ?? [];
  return [...before, ...after]
    .map(({ pos, end }) =>
      source.text
        .slice(pos, end)
        .replace(/^\/\*\*?|\*\/$|^\/\/|^ *\*/gm, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .join(' ');
}

const shown = process.argv.includes('--bare') ? rows.filter(({ name, why }) => name === '' || why === '') : rows;
for (const { file, line, name, value, why } of shown)
  console.log([`${file}:${line}`, name || '(no name)', value, why || '(no reason)'].join('\t'));
console.log(
  `${rows.length} numbers; ${rows.filter(({ name }) => name === '').length} without a name, ${rows.filter(({ name, why }) => name !== '' && why === '').length} with a name and no reason`,
);
