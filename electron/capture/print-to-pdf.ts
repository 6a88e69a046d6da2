import type { PrintToPDFOptions } from 'electron'
import type { CdpObject } from '../../archive/ports/browser.ts'

/** What has the same name and meaning in both. */
const SAME = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
  'scale',
  'headerTemplate',
  'footerTemplate',
  'pageRanges',
] as const

const SIDES = { marginTop: 'top', marginBottom: 'bottom', marginLeft: 'left', marginRight: 'right' } as const

/** Options of `Page.printToPDF` as Electron's own printing has them. Both measure in inches. */
export function pdfOptions(params: CdpObject): PrintToPDFOptions {
  const { paperWidth: width, paperHeight: height } = params
  const margins = Object.entries(SIDES).filter(([name]) => typeof params[name] === 'number')
  return {
    ...Object.fromEntries(SAME.filter(name => name in params).map(name => [name, params[name]])),
    ...(typeof width === 'number' && typeof height === 'number' && { pageSize: { width, height } }),
    ...(margins.length > 0 && {
      margins: Object.fromEntries(margins.map(([name, side]) => [side, params[name]])),
    }),
  }
}
