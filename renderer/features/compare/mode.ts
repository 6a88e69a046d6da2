export const MODES = ['side', 'inline', 'changes', 'screens'] as const
export type Mode = (typeof MODES)[number]

/** Below this width of the window two columns are too narrow to read. */
const WIDE = '(min-width: 56rem)'

/** Kept while the app is open: whoever prefers one column does so for the next pair too. */
let remembered: Mode | null = null

export const rememberedMode = (): Mode => remembered ?? (matchMedia(WIDE).matches ? 'side' : 'inline')

export function rememberMode(mode: Mode): void {
  remembered = mode
}
