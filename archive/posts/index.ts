export { permalinkOf, type Address } from './address.ts'
export { liftPosts } from './lift.ts'
export { postsInText, type TextWithPosts } from './plain-text.ts'
