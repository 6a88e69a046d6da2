export { cleanDocument, type CleanContext } from './clean-document.ts'
export { prepareDocument } from './prepare-document.ts'
export { prepareHtml } from './prepare-html.ts'
