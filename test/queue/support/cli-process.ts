/** The command line as a process of its own, from the sources. */
import { nodeIo } from '../../../src/cli/io.ts';
import { runCli } from '../../../src/cli/run-cli.ts';

const controller = new AbortController();
process.once('SIGINT', () => controller.abort(new Error('interrupted')));
process.exitCode = await runCli(process.argv.slice(2), nodeIo(controller.signal));
