/** Chooses how dot products are computed: in WebAssembly lanes where there are any. */

import { finishSteps } from '../run-steps.ts';
import { createTokenPairs, type TokenPairs } from '../token-pairs.ts';
import type { DotKernel, VectorRows } from './dot-kernel.ts';
import { buildPlainKernel } from './plain-kernel.ts';
import { buildSimdKernel } from './simd-kernel.ts';
import { assembleModule } from './simd-module.ts';
import { Workspace } from './workspace.ts';

/** A kernel with what it has found out about pairs of sentences, kept for all that follows. */
export interface PairKernel extends DotKernel {
  /** Nothing for documents without tokens. */
  readonly pairs: TokenPairs | undefined;
  /** Where other kernels of this call may get their memory. */
  readonly workspace: Workspace;
}

/** Choose the fastest kernel that runs here, and fill it. Yields every few milliseconds of work. */
export function* buildDotKernel(
  source: VectorRows,
  target: VectorRows,
  workspace: Workspace = new Workspace(),
): Generator<void, PairKernel> {
  const module = loadModule();
  const kernel = yield* module ? buildSimdKernel(source, target, module, workspace) : buildPlainKernel(source, target);
  return { ...kernel, pairs: createTokenPairs(kernel), workspace };
}

/** The same at once. */
export function createDotKernel(source: VectorRows, target: VectorRows, workspace?: Workspace): PairKernel {
  return finishSteps(buildDotKernel(source, target, workspace));
}

let cachedModule: WebAssembly.Module | undefined;

/** The compiled module; nothing where WebAssembly or its lanes are missing or forbidden. */
function loadModule(): WebAssembly.Module | undefined {
  if (cachedModule || typeof WebAssembly === 'undefined') return cachedModule;
  const bytes = assembleModule();
  if (!WebAssembly.validate(bytes)) return undefined;
  try {
    cachedModule = new WebAssembly.Module(bytes);
  } catch {
    // a page whose content security policy forbids it: the plain kernel does the same
    return undefined;
  }
  return cachedModule;
}
