import packageJson from '../package.json' with { type: 'json' }

/** What wrote a snapshot, as its provenance names it. */
export const SOFTWARE = {
  name: 'stet',
  version: packageJson.version,
  runtime: `node ${process.versions.node}`,
} as const
