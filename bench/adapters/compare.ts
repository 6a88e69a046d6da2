export { compareText } from '../../archive/compare/index.ts'
