/**
 * The memory that the kernels of one call work in, one pair after another: pages that WebAssembly has cleared once need not be asked for again with every pair.
 */

const pageBytes = 65_536;
/** Larger memories are left to the engine. */
const mostKept = 16 * 1024 * 1024;

/** A memory and the functions that work on it. */
export interface KernelMemory<Functions> {
  readonly memory: WebAssembly.Memory;
  readonly functions: Functions;
}

/** Keeps the memory given back last. Belongs to a call, and goes with it. */
export class Workspace {
  #spare: KernelMemory<unknown> | undefined;

  /** A memory of zeros for this many floats: the one given back last, if it will do. */
  takeMemory<Functions>(module: WebAssembly.Module, floats: number): KernelMemory<Functions> {
    const kept = this.#spare;
    this.#spare = undefined;
    if (kept && kept.memory.buffer.byteLength >= floats * 4) {
      new Float32Array(kept.memory.buffer, 0, floats).fill(0);
      return kept as KernelMemory<Functions>;
    }
    const memory = new WebAssembly.Memory({ initial: Math.ceil((floats * 4) / pageBytes) });
    return { memory, functions: new WebAssembly.Instance(module, { env: { memory } }).exports as Functions };
  }

  /** Leave a memory to the next kernel. */
  giveBack(used: KernelMemory<unknown>): void {
    if (used.memory.buffer.byteLength <= mostKept) this.#spare = used;
  }
}
