export { type ArchiveLibrary, createLibrary } from './library.ts'
