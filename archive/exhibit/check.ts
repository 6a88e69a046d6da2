import { fragment, h, type Markup } from './markup.ts'
import { headOf, type SideKey } from './sides.ts'
import type { ExhibitFacts } from './types.ts'

/** Something to type, and what it must print; null where the words before it say so. */
function step(what: string, command: string, prints: string | null = null): Markup {
  return h(
    'div',
    { class: 'step' },
    h('p', {}, what),
    h('pre', { class: 'command', dir: 'ltr' }, h('code', {}, command)),
    prints === null
      ? null
      : fragment(
          h('p', {}, 'It must print:'),
          h('pre', { class: 'prints', dir: 'ltr' }, h('code', {}, prints)),
        ),
  )
}

/** Lines are short enough to be typed from paper, and to be copied from a PDF in one piece. */
function ofSide(facts: ExhibitFacts, side: SideKey): Markup {
  const { files, bag, fixityHash, log } = facts[side]
  const named = files.filter(({ path }) => path === 'data/article.json' || path === 'data/article.txt')
  const list = [{ path: 'tagmanifest-sha256.txt', sha256: fixityHash }, ...named]
  const own = log[0]
  return fragment(
    h('h3', {}, headOf(facts, side)),
    step(
      'The files are those of this document, and every file is as it was kept. Each line must end in “OK”.',
      [
        `(cd ${bag}`,
        `sha256sum -c <<'END'`,
        // The star keeps digits and name apart where a copy out of a PDF makes two spaces one.
        ...list.map(({ path, sha256 }) => `${sha256} *${path}`),
        'END',
        'sha256sum -c tagmanifest-sha256.txt',
        'sha256sum -c manifest-sha256.txt',
        ')',
      ].join('\n'),
    ),
    own
      ? fragment(
          step(
            'The line of the custody log is the one of this document.',
            `sed -n ${own.seq}p log.jsonl | sha256sum`,
            `${own.sha256}  -`,
          ),
          step(
            'It was written about these files.',
            `sed -n ${own.seq}p log.jsonl | grep -o '"fixityHash":"[0-9a-f]*"'`,
            `"fixityHash":"${fixityHash}"`,
          ),
        )
      : null,
  )
}

/** Each line of the log holds the hash of the one before; `log.head` that of the last. */
const CHAIN = `prev=$(printf '%064d' 0)
while IFS= read -r line; do
  case $line in
    *"\\"prev\\":\\"$prev\\""*) ;;
    *) echo "BROKEN BEFORE: $line" ;;
  esac
  prev=$(printf '%s\\n' "$line" | sha256sum | cut -c 1-64)
done < log.jsonl
grep -q "$prev" log.head || echo "THE END IS MISSING OR CHANGED"`

/** How to check everything this document says of hashes with what every system has. */
export function howToCheck(facts: ExhibitFacts): Markup {
  const isOne = facts.from.record.snapshotId === facts.to.record.snapshotId
  return fragment(
    h(
      'p',
      {},
      'In a terminal, in the folder of the archive (the one that holds log.jsonl). On a Mac, type ',
      h('code', {}, 'shasum -a 256'),
      ' in place of ',
      h('code', {}, 'sha256sum'),
      '. On Windows, ',
      h('code', {}, 'Get-FileHash'),
      ' in PowerShell gives the SHA-256 of a file, to be held against the table of files above. ' +
        'The words of a claim stand in article.txt, on the line it names, and in article.json; any text editor shows both.',
    ),
    ofSide(facts, 'from'),
    isOne ? null : ofSide(facts, 'to'),
    h('h3', {}, 'The whole log'),
    step(
      'No line was changed, taken out or put in between: each holds the hash of the one before it. It prints nothing if all is well.',
      CHAIN,
    ),
    h(
      'p',
      {},
      'This shows that files and log belong together. Who keeps the archive could have made both anew; a copy of log.head, ' +
        'or of this document, that somebody else has had since shows that they did not.',
    ),
  )
}
