#!/usr/bin/env node
/** The executable: `runCli` with the real streams, `Ctrl-C`, and an exit code. */
import { readFileSync } from 'node:fs';
import { nodeIo } from './io.ts';

const controller = new AbortController();
// once: a second Ctrl-C ends the process at once, as the system does it
process.once('SIGINT', () => controller.abort(new Error('interrupted')));
// the reader of a pipe may leave early (`| head`): not our failure
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
// loaded only now, since Ctrl-C has to be heard while the library loads
const { runCli } = await import('./run-cli.ts');
process.exitCode = await runCli(process.argv.slice(2), nodeIo(controller.signal), version);
