import type { PhraseList } from './phrases.ts'

/** Said to a visitor without script. */
export const SCRIPT_PHRASES: PhraseList = {
  en: [
    'enable javascript',
    'requires javascript',
    'javascript is disabled',
    'javascript is not available',
    'turn on javascript',
    'need to enable javascript',
    'javascript to run this app',
    'javascript must be enabled',
    'loading…',
    'loading...',
  ],
  de: [
    'javascript aktivieren',
    'aktivieren sie javascript',
    'javascript ist deaktiviert',
    'benötigt javascript',
    'wird geladen',
  ],
  fr: ['activer javascript', 'activez javascript', 'javascript est désactivé', 'chargement'],
  es: ['activar javascript', 'habilitar javascript', 'habilita javascript', 'activa javascript', 'cargando'],
  pt: ['ativar javascript', 'ativar o javascript', 'habilite o javascript', 'carregando', 'a carregar'],
  it: ['abilita javascript', 'abilitare javascript', 'attiva javascript', 'caricamento'],
  nl: ['schakel javascript in', 'javascript inschakelen', 'aan het laden'],
  pl: ['włącz javascript', 'włączyć javascript', 'ładowanie'],
  ru: ['включите javascript', 'javascript отключен', 'загрузка'],
  uk: ['увімкніть javascript', 'завантаження'],
  tr: ["javascript'i etkinleştir", 'yükleniyor'],
  ar: ['تفعيل جافا سكريبت', 'تمكين javascript', 'جار التحميل', 'جاري التحميل'],
  zh: ['启用javascript', '启用 javascript', '啟用 javascript', '加载中', '載入中'],
  ja: ['javascriptを有効', '読み込み中'],
  ko: ['자바스크립트를 활성화', 'javascript를 활성화', '로딩 중'],
}
