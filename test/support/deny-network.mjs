/** Loaded before anything else (`--import`): every way out of the machine throws, and is written to the file that `DENIED` names. */
import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const require = createRequire(import.meta.url);

function deny(what) {
  return function denied(...given) {
    appendFileSync(process.env.DENIED, `${what} ${String(given[0]?.href ?? given[0]?.host ?? given[0]).slice(0, 200)}\n`);
    throw new Error(`the network is denied: ${what}`);
  };
}

const waysOut = {
  net: ['connect', 'createConnection'],
  tls: ['connect'],
  http: ['request', 'get'],
  https: ['request', 'get'],
  http2: ['connect'],
  dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'],
  'dns/promises': ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'],
  dgram: ['createSocket'],
  child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
};
for (const [name, functions] of Object.entries(waysOut)) {
  const module = require(`node:${name}`);
  for (const key of functions) module[key] = deny(`${name}.${key}`);
}
require('node:net').Socket.prototype.connect = deny('Socket.connect');
syncBuiltinESMExports();
for (const name of ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']) globalThis[name] = deny(name);
