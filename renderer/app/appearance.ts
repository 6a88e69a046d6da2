import type { Settings } from '../../archive/contract/settings.ts'
import { showLanguage, systemLanguage } from '../i18n/index.ts'

/** What was shown last, so that the next start has it before the archive is open: no flash of another theme. */
const REMEMBERED = 'stet-appearance'

type Appearance = Pick<Settings, 'language' | 'theme' | 'contrast'>

const SYSTEM: Appearance = { language: 'system', theme: 'system', contrast: 'system' }

export async function showAppearance({ language, theme, contrast }: Appearance): Promise<void> {
  const root = document.documentElement
  set(root, 'theme', theme)
  set(root, 'contrast', contrast)
  localStorage.setItem(REMEMBERED, JSON.stringify({ language, theme, contrast }))
  await showLanguage(language === 'system' ? systemLanguage() : language)
}

export async function showRemembered(): Promise<void> {
  let remembered = SYSTEM
  try {
    remembered = {
      ...SYSTEM,
      ...(JSON.parse(localStorage.getItem(REMEMBERED) ?? '{}') as Partial<Appearance>),
    }
  } catch {
    // Not ours, or cut off: the settings say it again in a moment.
  }
  await showAppearance(remembered)
}

function set(root: HTMLElement, name: 'theme' | 'contrast', value: string): void {
  if (value === 'system') delete root.dataset[name]
  else root.dataset[name] = value
}
