/** A kind of file that is no page and no text, told by its first bytes. */
export interface ForeignFormat {
  /** With its article, as it stands in "looks like …". */
  readonly name: string
  /** First bytes in hexadecimal; `..` stands for any byte. */
  readonly magic: string
  /** What the person can do about it. */
  readonly advice?: string
}

const SAVE_AS_PAGE = 'Save the page itself as HTML or MHTML and import that.'
const EXPORT = 'Open it in the program it belongs to, save it as text or HTML, and import that.'
const UNPACK = 'Unpack it and import the pages inside.'

/** Sources: the file formats' own specifications, as collected in `file`'s magic database. */
const FOREIGN_FORMATS: readonly ForeignFormat[] = [
  { name: 'a PDF document', magic: '255044462d', advice: EXPORT },
  { name: 'a PNG picture', magic: '89504e470d0a1a0a', advice: SAVE_AS_PAGE },
  { name: 'a JPEG picture', magic: 'ffd8ff', advice: SAVE_AS_PAGE },
  { name: 'a GIF picture', magic: '47494638', advice: SAVE_AS_PAGE },
  { name: 'a WebP picture', magic: '52494646........57454250', advice: SAVE_AS_PAGE },
  { name: 'an AVI video or WAV recording', magic: '52494646' },
  { name: 'a TIFF picture', magic: '49492a00', advice: SAVE_AS_PAGE },
  { name: 'a TIFF picture', magic: '4d4d002a', advice: SAVE_AS_PAGE },
  { name: 'an MP4 or QuickTime video, or a HEIC or AVIF picture', magic: '........66747970' },
  { name: 'a WebM or Matroska video', magic: '1a45dfa3' },
  { name: 'an Ogg recording', magic: '4f676753' },
  { name: 'an MP3 recording', magic: '494433' },
  {
    name: 'a ZIP archive (or an Office, EPUB or WACZ file, which are ZIP inside)',
    magic: '504b0304',
    advice: UNPACK,
  },
  { name: 'an empty ZIP archive', magic: '504b0506' },
  { name: 'a gzip file (perhaps a compressed WARC)', magic: '1f8b', advice: UNPACK },
  { name: 'a bzip2 file', magic: '425a68', advice: UNPACK },
  { name: 'an xz file', magic: 'fd377a585a00', advice: UNPACK },
  { name: 'a Zstandard file', magic: '28b52ffd', advice: UNPACK },
  { name: 'a 7z archive', magic: '377abcaf271c', advice: UNPACK },
  { name: 'a RAR archive', magic: '526172211a07', advice: UNPACK },
  {
    name: 'a Safari web archive or another binary property list',
    magic: '62706c697374',
    advice: SAVE_AS_PAGE,
  },
  { name: 'an old Word, Excel or PowerPoint document', magic: 'd0cf11e0a1b11ae1', advice: EXPORT },
  { name: 'a Rich Text document', magic: '7b5c727466', advice: EXPORT },
  { name: 'an SQLite database', magic: '53514c69746520666f726d617420' },
  { name: 'a program', magic: '7f454c46' },
  { name: 'a program', magic: '4d5a90' },
  { name: 'a WARC file', magic: '574152432f', advice: 'Save it as a file and import that by its name.' },
]

function fits(bytes: Uint8Array, magic: string): boolean {
  const pairs = magic.match(/../g) ?? []
  return pairs.every((pair, i) => pair === '..' || bytes[i] === parseInt(pair, 16))
}

/** What the bytes are, where they are neither page nor text; null otherwise. */
export function foreignFormatOf(bytes: Uint8Array): ForeignFormat | null {
  return (
    FOREIGN_FORMATS.find(format => bytes.length * 2 >= format.magic.length && fits(bytes, format.magic)) ??
    null
  )
}
