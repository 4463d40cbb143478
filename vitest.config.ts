import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/integration/**/*.test.ts'],
    // One more than by default on two cores: half of the time goes to files and answers.
    maxWorkers: '100%',
    testTimeout: 20_000,
    restoreMocks: true,
  },
});
