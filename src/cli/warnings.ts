/** Warnings for the person at the terminal, one a line. */
import type { Warning } from '../index.ts';
import type { CliIo } from './io.ts';
import { paintFor } from './paint.ts';
import { plainLine } from './text-table.ts';

/** Say a warning on standard error. */
export function tellWarning({ code, message, document, sentence }: Warning, io: CliIo): void {
  const where = document === undefined ? '' : `${document}${sentence === undefined ? '' : ` §${sentence + 1}`}: `;
  const told = document !== undefined && message.startsWith(`document ${JSON.stringify(document)}: `) ? '' : where;
  io.stderr.write(`${paintFor(io.stderr)('doubt', `warning ${code}:`)} ${plainLine(told + message)}\n`);
}
