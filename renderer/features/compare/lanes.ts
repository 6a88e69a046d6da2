/** A line in the gutter, from a height on one side to a height on the other. */
export interface Connector {
  readonly id: number
  readonly from: number
  readonly to: number
}

export interface Lane extends Connector {
  /** Counted from the middle of the gutter's start; lines that pass each other have lanes of their own. */
  readonly lane: number
}

/**
 * Gives every connector a lane so that no two run over each other, as few lanes as that needs: the shortest
 * first, each into the first lane that is free over its whole height. From `most` lanes on they share the last.
 */
export function lanesOf(connectors: readonly Connector[], most: number, apart = 6): Lane[] {
  const taken: [number, number][][] = []
  const span = ({ from, to }: Connector): [number, number] => [Math.min(from, to), Math.max(from, to)]
  const length = (connector: Connector) => Math.abs(connector.from - connector.to)
  return connectors
    .toSorted((a, b) => length(a) - length(b) || a.id - b.id)
    .map(connector => {
      const [top, bottom] = span(connector)
      const isFree = (lane: [number, number][]) =>
        lane.every(([above, below]) => bottom + apart < above || top - apart > below)
      const free = taken.findIndex(isFree)
      const lane = Math.min(free < 0 ? taken.length : free, most - 1)
      ;(taken[lane] ??= []).push([top, bottom])
      return { ...connector, lane }
    })
    .toSorted((a, b) => a.id - b.id)
}
