export { compareArticles, type ComparisonContext } from './compare-articles.ts'
export { compareText } from './compare-text.ts'
