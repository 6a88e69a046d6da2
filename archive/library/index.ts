export { type ArchiveLibrary, createLibrary } from './library.ts'
export { exhibitFacts } from './exhibit.ts'
