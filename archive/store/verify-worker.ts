import { parentPort, workerData } from 'node:worker_threads'
import { BagChecker } from './bag-check.ts'
import { checkBags, type BagJob } from './verify-bags.ts'

const { dir }: { readonly dir: string } = workerData
const checker = new BagChecker()

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort!.on('message', (jobs: readonly BagJob[]) => parentPort!.postMessage(checkBags(checker, dir, jobs)))
