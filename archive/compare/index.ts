export { compareArticles, type ComparisonContext } from './compare-articles.ts'
export { compareText } from './compare-text.ts'
export { DEGREE_RULES } from './degree.ts'
export { zonesOf } from './article/zones.ts'
