import type { ChosenBags } from './bags.ts'
import { makeHistory, type ToldHistory } from './make.ts'

/** What runs inside the thread that makes histories. */
export default (bags: ChosenBags): Promise<ToldHistory> => makeHistory(bags)
