export { compareText } from './compare-text.ts'
