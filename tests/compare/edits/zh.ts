import type { EditsOfLanguage } from './edit.ts'

/** Edits of single sentences in Chinese, and rewordings that change nothing of a kind. */
export const CHINESE: EditsOfLanguage = {
  edits: [
    ['figure date', '10月4日，约2500人走上街头。', '10月5日，约3100人走上街头。'],
    ['quotation', '校长说：“我不会辞职。”', '校长说：“我没有考虑辞职。”'],
    ['hedge', '司机疑似在驾驶时睡着。', '司机在驾驶时睡着。'],
    ['negation', '法律规定了处罚。', '法律没有规定处罚。'],
    ['name', '代表团周三访问法国。', '代表团周三访问德国。'],
  ],
  rewordings: [
    ['警方封锁了道路。', '道路被警方封锁。'],
    ['学生占据了礼堂。', '礼堂被学生占据。'],
    ['巴士停在田里。', '车停在了田里。'],
    ['委员会仍在讨论。', '讨论仍在委员会进行。'],
    ['行程很紧。', '行程安排很紧。'],
  ],
}
