export { createLibrary, type Pair } from './library.ts'
export { exhibitFacts } from './exhibit.ts'
export { historyBags, type HistoryRange } from './history/bags.ts'
export { makeHistory, type ToldHistory } from './history/make.ts'
