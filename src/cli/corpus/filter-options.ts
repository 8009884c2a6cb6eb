/** What the commands that write `beads.jsonl` leave out. */
import { type BeadFilter, checkBeadFilter, type Relation } from '../../index.ts';

/** Filters as commander reads them. */
export interface FilterOptions {
  readonly minConfidence?: number;
  readonly lengthRatio?: number;
  readonly languages?: string[];
  readonly relation?: Relation[];
  readonly skips: boolean;
}

/** The filter that options ask for. */
export function filterOf({ minConfidence, lengthRatio, languages, relation, skips }: FilterOptions): BeadFilter {
  return checkBeadFilter({
    ...(minConfidence !== undefined && { minConfidence }),
    ...(lengthRatio !== undefined && { lengthRatio }),
    ...(languages && { languages }),
    ...(relation && { relations: relation }),
    ...(!skips && { skips }),
  });
}
