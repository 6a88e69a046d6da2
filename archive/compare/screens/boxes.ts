import type { Rect } from './picture.ts'

/** Differences are gathered in squares of this side, in pixels. */
const CELL = 8
/** Squares this near each other belong together, in squares: words of a line further than lines of words. */
const REACH_ACROSS = 5
const REACH_DOWN = 2

/**
 * Boxes around what differs: few, not one for every letter.
 *
 * @param isDifferent whether the pixel at x, y differs
 */
export function boxesOf(
  width: number,
  height: number,
  isDifferent: (x: number, y: number) => boolean,
): Rect[] {
  const across = Math.ceil(width / CELL)
  const down = Math.ceil(height / CELL)
  const cells = new Uint8Array(across * down)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (isDifferent(x, y)) cells[Math.floor(y / CELL) * across + Math.floor(x / CELL)] = 1
    }
  }
  const boxes: Rect[] = []
  for (let cell = 0; cell < cells.length; cell++) {
    if (cells[cell] !== 1) continue
    cells[cell] = 2
    let [left, top, right, bottom] = [across, down, 0, 0]
    const open = [cell]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % across
      const y = Math.floor(at / across)
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
      for (let ny = Math.max(0, y - REACH_DOWN); ny <= Math.min(down - 1, y + REACH_DOWN); ny++) {
        for (let nx = Math.max(0, x - REACH_ACROSS); nx <= Math.min(across - 1, x + REACH_ACROSS); nx++) {
          const next = ny * across + nx
          if (cells[next] !== 1) continue
          cells[next] = 2
          open.push(next)
        }
      }
    }
    boxes.push(
      tight(isDifferent, {
        x: left * CELL,
        y: top * CELL,
        width: Math.min(width, right * CELL) - left * CELL,
        height: Math.min(height, bottom * CELL) - top * CELL,
      }),
    )
  }
  return boxes
}

/** The box without the edges of its squares in which nothing differs. */
function tight(isDifferent: (x: number, y: number) => boolean, box: Rect): Rect {
  let [left, top, right, bottom] = [box.x + box.width, box.y + box.height, box.x, box.y]
  for (let y = box.y; y < box.y + box.height; y++) {
    for (let x = box.x; x < box.x + box.width; x++) {
      if (!isDifferent(x, y)) continue
      left = Math.min(left, x)
      right = Math.max(right, x + 1)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y + 1)
    }
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
