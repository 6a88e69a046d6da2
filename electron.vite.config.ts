import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'electron-vite'
import renderer from './renderer.vite.config.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Worker threads are files of their own, found by their name as `archive/ports/worker-file.ts` finds them. */
const workers = Object.fromEntries(
  globSync('archive/**/*-worker.ts', { cwd: at('.') }).map(file => [basename(file, '.ts'), at(file)]),
)

export default defineConfig({
  main: {
    build: {
      outDir: at('out/main'),
      sourcemap: false,
      rolldownOptions: {
        input: { main: at('electron/main.ts'), core: at('electron/worker/core.ts'), ...workers },
        // Flat: a module that names a worker file beside itself finds it there, whatever chunk it is in.
        output: { entryFileNames: '[name].js', chunkFileNames: 'part-[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      sourcemap: false,
      // A sandboxed preload is one CommonJS file and may require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer,
})
