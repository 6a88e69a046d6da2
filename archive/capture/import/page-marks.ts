/** What a program that saves pages writes into them about itself. Groups: `url`, `date` (any written form), `by`. */
export interface PageMark {
  readonly program: string
  readonly singleFile: boolean
  readonly pattern: RegExp
}

export const PAGE_MARKS: readonly PageMark[] = [
  {
    program: 'SingleFile',
    singleFile: true,
    pattern:
      /<!--\s*Page saved with (?<by>SingleFile[^\n\r]*?)\s*[\r\n]+\s*url:\s*(?<url>\S+)(?:\s*[\r\n]+\s*saved date:\s*(?<date>[^\r\n]+))?/i,
  },
  {
    program: 'SingleFile',
    singleFile: true,
    pattern:
      /<!--\s*Archive processed by (?<by>SingleFile[^\n\r]*?)\s*[\r\n]+\s*url:\s*(?<url>\S+)(?:\s*[\r\n]+\s*saved date:\s*(?<date>[^\r\n]+))?/i,
  },
  { program: 'a browser', singleFile: false, pattern: /<!--\s*saved from url=\(\d{4,}\)(?<url>\S+?)\s*-->/i },
  {
    program: 'monolith',
    singleFile: false,
    pattern: /<!--\s*Saved from (?<url>https?:\S+)(?: at (?<date>\S+))? using (?<by>monolith[^>]*?)\s*-->/i,
  },
  {
    program: 'HTTrack',
    singleFile: false,
    pattern:
      /<!--\s*Mirrored from (?<url>\S+) by (?<by>HTTrack[^,>]*?)(?:\s*\[[^\]]*\])?,\s*(?<date>[^>]*?)\s*-->/i,
  },
  {
    program: 'WebScrapBook',
    singleFile: false,
    pattern:
      /<html[^>]*?\sdata-scrapbook-source="(?<url>[^"]+)"(?:[^>]*?\sdata-scrapbook-create="(?<date>\d{17})")?/i,
  },
]

/** Where in a file such marks stand. */
export const MARK_CHARS = 200_000
