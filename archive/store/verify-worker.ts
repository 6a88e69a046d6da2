import { parentPort, workerData } from 'node:worker_threads'
import { BagChecker } from './bag-check.ts'
import { checkBags, type BagJob } from './verify-bags.ts'

const { dir } = workerData as { dir: string }
const checker = new BagChecker()

parentPort!.on('message', (jobs: readonly BagJob[]) => parentPort!.postMessage(checkBags(checker, dir, jobs)))
