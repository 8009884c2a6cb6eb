import { defineConfig } from 'vitest/config';

/** The long forms: fuzzing, kills at random moments, a hundred megabytes of text. One file at a time, since they measure memory and time. */
export default defineConfig({
  test: {
    include: ['test/**/*.slow.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
});
