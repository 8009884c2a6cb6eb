/** Chooses how dot products are computed: in WebAssembly lanes where there are any. */

import { finishSteps } from '../run-steps.ts';
import type { DotKernel, VectorRows } from './dot-kernel.ts';
import { buildPlainKernel } from './plain-kernel.ts';
import { buildSimdKernel } from './simd-kernel.ts';
import { assembleModule } from './simd-module.ts';

/** Choose the fastest kernel that runs here, and fill it. Yields every few milliseconds of work. */
export function* buildDotKernel(source: VectorRows, target: VectorRows): Generator<void, DotKernel> {
  const module = loadModule();
  return yield* module ? buildSimdKernel(source, target, module) : buildPlainKernel(source, target);
}

/** The same at once. */
export function createDotKernel(source: VectorRows, target: VectorRows): DotKernel {
  return finishSteps(buildDotKernel(source, target));
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
