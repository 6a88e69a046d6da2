/** Ways to show the words of a comparison. `shared` is for two sources: what ties one text to the other. */
export const MODES = ['shared', 'side', 'inline', 'changes', 'screens'] as const
export type Mode = (typeof MODES)[number]

/** The ways that make sense of two versions of one source. */
export const MODES_OF_ONE: readonly Mode[] = MODES.filter(mode => mode !== 'shared')

/** Below this width of the window two columns are too narrow to read. */
const WIDE = '(min-width: 56rem)'

/** Kept while the app is open: whoever prefers one column does so for the next pair too. */
let remembered: Mode | null = null

export const rememberedMode = (): Mode => remembered ?? (matchMedia(WIDE).matches ? 'side' : 'inline')

export function rememberMode(mode: Mode): void {
  remembered = mode
}
