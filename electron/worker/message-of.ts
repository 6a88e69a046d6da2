/** What went wrong, for people; never a stack. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
