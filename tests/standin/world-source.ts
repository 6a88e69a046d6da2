import { readFileSync } from 'node:fs'
import { decode, encode } from './codec.ts'
import { mainWorld, preloadWorld, type WorldConfig } from './preload-world.ts'

/** Both worlds as scripts for `Page.addScriptToEvaluateOnNewDocument`. */
export function worldSources(preloadFile: string, config: WorldConfig): { main: string; preload: string } {
  const given = JSON.stringify(config)
  const preload = readFileSync(preloadFile, 'utf8')
  return {
    main: `(${mainWorld.toString()})(${given})`,
    preload:
      `(${preloadWorld.toString()})(${given}, ${encode.toString()}, ${decode.toString()}, ` +
      `function (require, exports, module, process) {\n${preload}\n})`,
  }
}
