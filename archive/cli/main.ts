#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Node strips the types of every module anew at each start; kept in its cache, a start takes half the time.
// That only holds for what is loaded afterwards, hence the import at run time.
enableCompileCache()
const { main } = await import('./program.ts')
process.exitCode = await main(process.argv.slice(2))
