/** Both entries as one CommonJS bundle, so that they share what they hold: one model in memory, one class of errors. */
export * as main from './index.ts';
export * as queue from './queue/queue.ts';
