/** The command was interrupted, and something is left that the user should know of. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
