import type { OxlintOverride } from 'oxlint'

/**
 * Who may import whom inside `archive/`. A folder that is not named here may be imported by nobody but itself.
 * The table is the architecture: change it in ARCHITECTURE.md and here together.
 */
const CORE = ['capture', 'clean', 'posts', 'store', 'compare', 'exchange'] as const

export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ports: ['model', 'errors'],
  contract: ['model'],
  capture: ['model', 'ports', 'errors'],
  clean: ['model', 'ports', 'errors'],
  posts: ['model', 'ports', 'errors'],
  browser: ['ports', 'errors'],
  store: ['model', 'ports', 'errors'],
  compare: ['model', 'ports', 'errors'],
  exchange: ['model', 'ports', 'errors', 'new-file'],
  exhibit: ['model', 'ports', 'errors'],
  profiles: ['model', 'ports', 'errors'],
  jobs: [...CORE, 'exhibit', 'model', 'ports', 'errors', 'new-file'],
  library: ['store', 'compare', 'exhibit', 'model', 'ports', 'errors'],
  replay: ['model', 'ports', 'errors'],
  service: ['index', 'contract', 'replay', 'model', 'ports', 'errors', 'demo'],
  demo: [],
  server: ['service', 'index', 'contract', 'errors'],
  cli: ['index', 'contract', 'errors', 'new-file', 'server', 'service'],
}

/** Files of the core's own folder. They may import what they need. */
const FILES = ['errors', 'index', 'new-file']

const PLACES = [...Object.keys(MAY_IMPORT), ...FILES]

/** The files of a place: a folder, or one file of that name. */
const filesOf = (place: string) => [`archive/${place}/**/*.ts`]

/** How an import of that place reads from a sibling folder, at any depth. */
const importsOf = (place: string) =>
  FILES.includes(place)
    ? [`../${place}.ts`, `../../${place}.ts`, `../../../${place}.ts`, `../../../../${place}.ts`]
    : [`../${place}/**`, `../../${place}/**`, `../../../${place}/**`, `../../../../${place}/**`]

/** The faces of the app and their frameworks: nothing under archive/ knows them. */
const FOREIGN = [
  {
    group: [
      'electron',
      'react',
      'react-dom',
      '**/electron/**',
      '**/renderer/**',
      '**/tests/**',
      '**/bench/**',
    ],
    message: 'archive/ knows no host and no face: see lint/import-table.ts.',
  },
]

const coreRules: OxlintOverride[] = Object.entries(MAY_IMPORT).map(([place, allowed]) => ({
  files: filesOf(place),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...FOREIGN,
          ...PLACES.filter(other => other !== place && !allowed.includes(other)).map(other => ({
            group: importsOf(other),
            message: `archive/${place} may import ${allowed.length ? allowed.join(', ') : 'nothing'}: see lint/import-table.ts.`,
          })),
        ],
      },
    ],
    'no-restricted-globals': [
      'error',
      ...['window', 'document', 'navigator', 'localStorage', 'DOMParser'].map(name => ({
        name,
        message: 'The core runs in plain Node: take a Document as a parameter.',
      })),
    ],
  },
}))

/** What the faces may know of the core. Everything else of `archive/` reaches them through the contract. */
const FACES: readonly {
  readonly files: string
  readonly allowed: readonly string[]
  readonly never: readonly string[]
}[] = [
  { files: 'renderer/**', allowed: ['contract'], never: ['electron', 'node:*', '**/electron/**'] },
  {
    files: 'electron/**',
    allowed: ['contract', 'errors.ts', 'model', 'ports', 'service'],
    never: ['react', 'react-dom', '**/renderer/**', '**/store/**', '**/clean/**'],
  },
  { files: 'electron/preload.ts', allowed: ['contract'], never: ['node:*', '**/renderer/**'] },
]

const faceRules: OxlintOverride[] = FACES.map(({ files, allowed, never }) => ({
  files: [files],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: [
              '**/archive/**',
              ...allowed.map(place => `!**/archive/${place}${place.endsWith('.ts') ? '' : '/**'}`),
              ...never,
            ],
            message: `${files} may import ${allowed.join(', ')} of archive/: see lint/import-table.ts.`,
          },
        ],
      },
    ],
  },
}))

export const importRules: OxlintOverride[] = [...coreRules, ...faceRules]
