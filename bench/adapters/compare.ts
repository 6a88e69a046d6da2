/** What the shared comparison benchmark calls: the same comparison that `stet compare --text` prints. */
export { compareText } from '../../archive/compare/index.ts'
