import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { en } from './en/index.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof en
  }
}

export const LANGUAGES = { en: 'English', ar: 'العربية' } as const
export type Language = keyof typeof LANGUAGES

const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(['ar'])

export const isLanguage = (text: string): text is Language => Object.hasOwn(LANGUAGES, text)

/** The language a person's system asks for, where Stet has it; else English. */
export function systemLanguage(): Language {
  const wanted = navigator.languages.map(tag => tag.split('-')[0] ?? '')
  return wanted.find(isLanguage) ?? 'en'
}

await i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  defaultNS: 'app',
  resources: { en },
  // React escapes what it shows.
  interpolation: { escapeValue: false },
})

/** Shows the app in a language; words other than English are read when they are first needed. */
export async function showLanguage(language: Language): Promise<void> {
  if (language !== 'en' && !i18next.hasResourceBundle(language, 'app')) {
    const { ar } = await import('./ar/index.ts')
    for (const [namespace, words] of Object.entries(ar)) i18next.addResourceBundle(language, namespace, words)
  }
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
}
