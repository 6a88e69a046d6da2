import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { report } from './control.ts'
import { SentPorts, type MessagePortMain, type PortMessage } from './ports.ts'
import { knownOptions, StrictEmitter } from './strict.ts'

const CHILD = fileURLToPath(new URL('utility-child.ts', import.meta.url))

interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly execArgv?: readonly string[]
  readonly cwd?: string
  readonly stdio?: 'pipe' | 'ignore' | 'inherit'
  readonly serviceName?: string
}

/** A utility process: a real child process of Node with `process.parentPort`. */
export class UtilityProcess extends StrictEmitter {
  pid: number | undefined
  readonly stdout: ChildProcess['stdout']
  readonly stderr: ChildProcess['stderr']
  _child: ChildProcess
  _ports: SentPorts

  constructor(file: string, args: readonly string[], options: ForkOptions) {
    super('utilityProcess', ['spawn', 'exit', 'message', 'error'])
    knownOptions('utilityProcess.fork', options, ['env', 'execArgv', 'cwd', 'stdio', 'serviceName'])
    const stdio = options.stdio ?? 'inherit'
    const child = fork(file, args, {
      env: options.env ?? process.env,
      cwd: options.cwd,
      execArgv: [...(options.execArgv ?? []), '--import', CHILD],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    })
    this._child = child
    this.stdout = child.stdout
    this.stderr = child.stderr
    this._ports = new SentPorts(message => {
      if (child.connected) child.send(message, () => undefined)
    })
    child.on('spawn', () => {
      this.pid = child.pid
      report({ type: 'utility', pid: child.pid ?? 0 })
      this.emit('spawn')
    })
    child.on('message', (message: PortMessage | { type: 'message'; data: unknown }) => {
      if (message.type === 'message') this.emit('message', message.data)
      else this._ports.from(message)
    })
    child.on('exit', (code, signal) => {
      this.pid = undefined
      this._ports.closeAll()
      this.emit('exit', code ?? (signal === 'SIGKILL' ? 9 : 15))
    })
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = this._ports.send(transfer)
    if (this._child.connected) this._child.send({ type: 'message', data, ports }, () => undefined)
  }

  kill(): boolean {
    return this._child.kill()
  }
}

export const utilityProcess = {
  fork: (file: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(file, args, options),
}
