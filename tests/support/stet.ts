import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../archive/cli/main.ts', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  /** Standard output as the one JSON document it must be with `--json`. */
  readonly json: () => unknown
}

/** Runs the `stet` command in a process of its own. */
export function stet(
  args: readonly string[],
  options: { readonly stdin?: string; readonly cwd?: string } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...args], {
      cwd: options.cwd,
      env: { ...process.env, STET_ARCHIVE: undefined, NODE_OPTIONS: '' },
      stdio: 'pipe',
    })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', status =>
      resolve({ status, stdout, stderr, json: () => JSON.parse(stdout) as unknown }),
    )
    child.stdin.end(options.stdin ?? '')
  })
}
