export { exhibitHtml } from './page.ts'
export type { ExhibitFacts, ExhibitPicture, ExhibitSide } from './types.ts'
export type { LogFact, StoredFile } from './evidence.ts'
export { printPdf } from './pdf.ts'
