import { createContext, useContext } from 'react'
import type { ComparisonView } from './view.ts'

export interface TextContextValue {
  readonly view: ComparisonView
  readonly onJump: (entry: number, place: 'from' | 'to') => void
}

const TextContext = createContext<TextContextValue | null>(null)

export const TextProvider = TextContext.Provider

export function useText(): TextContextValue {
  const value = useContext(TextContext)
  if (!value) throw new Error('Compared text stands outside its comparison.')
  return value
}
