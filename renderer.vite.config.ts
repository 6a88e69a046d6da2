import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The renderer, the same for both doors: `vite build -c renderer.vite.config.ts` builds it alone, and
 * `electron.vite.config.ts` builds it with the desktop.
 */
export default defineConfig({
  root: at('renderer'),
  // The desktop serves it from app://stet/, the browser host from a port: addresses are relative.
  base: './',
  plugins: [react()],
  css: {
    // Class names of one style sheet are composed from another's (ui/Floating.module.css).
    transformer: 'lightningcss',
    // Containers are asked about in other files than the one that names them.
    lightningcss: { cssModules: { container: false } },
  },
  build: {
    outDir: at('out/renderer'),
    emptyOutDir: true,
    // The policy of both hosts lets fonts come from files of our own only, never from data: addresses.
    assetsInlineLimit: 0,
    sourcemap: false,
    // electron-vite leaves it off.
    minify: true,
    target: 'es2024',
    // Between a splitter's twenty small files and one for everything; half a megabyte is loaded from this computer.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: at('renderer/index.html'),
      // What several screens share is one file: a browser fetches few at a time.
      output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } },
    },
  },
})
