import { defineConfig } from 'vitest/config'
import { ClosingLine } from './tests/support/closing-line.ts'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    // The core runs in plain Node: no transformed globals, one process a file, as a host would load it.
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ['default', new ClosingLine()],
  },
})
