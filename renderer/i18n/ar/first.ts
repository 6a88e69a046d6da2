import type { Translation } from '../translation.ts'
import type { first as english } from '../en/first.ts'

export const first = {
  title: 'احفظ الأخبار كما كانت',
  lead: 'يحفظ Stet المقالات وما فيها من منشورات على قرصك أنت، ويُبقي كل نسخة مع دليلها، ويخبرك بكلمات واضحة بما تغيّر. كل ما تحفظه يُقرأ بلا شبكة.',
  addressTitle: 'احفظ صفحة',
  addressText: 'ألصق رابطًا في الأعلى. التقطه مرة أخرى لاحقًا: إن تغيّر المقال صارت تلك نسخة جديدة.',
  addressDo: 'ألصق رابطًا',
  demoTitle: 'شاهده يعمل',
  demoText: 'خمس طبعات من قصة مخترعة واحدة، تُلتقط من موقع صغير على هذا الحاسوب. لا شيء يخرج منه.',
  demoDo: 'التقط قصة العرض',
  demoRuns: 'جارٍ الالتقاط…',
  filesTitle: 'أحضر ملفاتك',
  filesText: 'صفحات محفوظة (HTML وMHTML) وملفات نصية. اخترها، أو أفلتها في أي موضع من هذه النافذة.',
  filesDo: 'اختر ملفات',
  promise: 'لا يخاطب Stet أحدًا سوى الصفحات التي تطلبها.',
  readOnly: 'هذا الأرشيف فارغ ومفتوح للقراءة فقط، فلا يمكن حفظ شيء فيه الآن.',
  demoDone: 'حُفظت قصة العرض. انظر كيف تغيّرت من طبعة إلى طبعة.',
  demoOpen: 'اقرأها',
  demoCompare: 'قارن الأولى بالأخيرة',
  demoDismiss: 'ليس الآن',
} as const satisfies Translation<typeof english>
