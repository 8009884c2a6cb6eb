import type { CorpusPairInput, CorpusResult } from './corpus-pair.ts';

/** Something that aligns pairs, one or several at a time. */
export interface PairAligner {
  /** How many pairs it can work on at a time; 0: in this thread. */
  readonly workers: number;
  /** The result of a pair. Rejects only with errors that end the run. */
  align(pair: CorpusPairInput, index: number): Promise<CorpusResult>;
  close(): Promise<void>;
}
