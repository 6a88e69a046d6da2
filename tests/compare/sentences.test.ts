import { describe, expect, it } from 'vitest'
import { sentenceBorders } from '../../archive/compare/segment/sentences.ts'

/** Each list is one paragraph, cut where its sentences end. */
const PARAGRAPHS: readonly (readonly [language: string, sentences: readonly string[]])[] = [
  ['English', ['Dr. Smith met Gen. A. B. Carter at 5 p.m. on Jan. 3.', 'They agreed.']],
  ['English', ['U.S. troops left Ft. Bragg with Sen. J. D. Lowe (R., Ohio).', 'Nobody spoke.']],
  ['English', ['He paid approx. $3.5 million, i.e. too much, to Jones & Co. Ltd of St. Ives.']],
  ['English', ['“Will he go?” she asked.', 'Was it true?', 'Yes!']],
  ['English', ['The answer was no.', 'Everybody left the museum of modern art.', 'It rained.']],
  ['Spanish', ['El Sr. Pérez y la Dra. Ruiz llegaron a las 5 p. m. a la Av. Colón.', 'Nadie habló.']],
  ['Spanish', ['EE. UU. y la U.E. firmaron el art. 5.', '¿Quién ganó?', 'Nadie lo sabe.']],
  ['French', ['M. Dupont et Mme. Leroy ont vu J.-P. Martin le 1er janv. 2020.', 'Voir p. 12, fig. 3.']],
  ['French', ['« Est-ce vrai ? » demanda-t-il.', 'L’O.N.U. a voté.']],
  ['German', ['Am 3. Oktober kam Dr. Weiß, z. B. mit Prof. Klein.', 'Das gilt d. h. immer.']],
  ['German', ['Die Fa. Huber & Co. KG in St. Gallen zahlte ca. 3 Mio. Euro.', 'Danach war Schluss.']],
  ['German', ['Kaiser Wilhelm II. dankte ab, s. Abb. 3, u. a. in Wien.', 'Er ging.']],
  ['Portuguese', ['O Sr. Silva e a Sra. D. Ana Souza chegaram.', 'O art. 5.º da lei mudou.']],
  ['Italian', ['Il sig. Rossi e il dott. Neri hanno parlato.', 'Nessuno ha risposto.']],
  ['Dutch', ['Dhr. Jansen en mevr. de Vries kwamen o.a. met ds. Bakker.', 'Dat was het.']],
  ['Swedish', ['Det kostade t.ex. 3 milj. kronor.', 'Kl. 5 kom hr. Berg.']],
  ['Polish', ['Prof. Nowak i dr. Kowalski mieszkają przy ul. Długiej w m. Łódź.', 'Pada.']],
  ['Czech', ['Pan Ing. Novák a MUDr. Dvořák přišli 5. května 2020.', 'Pršelo.']],
  ['Russian', ['Иванов А. С. приехал в г. Москву на ул. Ленина.', 'Это стоило 3 млн. руб. в год.']],
  ['Ukrainian', ['Коваль Т. Г. жив у м. Київ.', 'Він поїхав.']],
  ['Turkish', ['Prof. Dr. Ayşe Yılmaz 3. Ocak günü geldi.', 'Atatürk Bul. No. 5 kapalı.']],
  ['Greek', ['Ο κ. Παπαδόπουλος και η κ. Ιωάννου ήρθαν.', 'Έφυγαν.']],
  ['Indonesian', ['Bpk. Joko dan Prof. Dr. Siti tiba di Jl. Merdeka No. 5.', 'Hujan turun.']],
  ['Vietnamese', ['TS. Lan và GS. Trần đến TP. Hồ Chí Minh.', 'Trời mưa.']],
  ['Hindi', ['डॉ. शर्मा और श्री. वर्मा आए।', 'फिर लौटे।']],
  ['Arabic', ['قال د. أحمد إن أ. ليلى وصلت.', 'هل جاء؟', 'نعم.']],
  ['Chinese', ['他说：“我走了。”', '然后离开。', '你来吗？']],
  ['Japanese', ['「行くよ。」と彼は言った。', '雨だ。', '帰ろう。']],
]

describe('a paragraph is cut into its sentences', () => {
  it.each(PARAGRAPHS)('%s: %j', (language, sentences) => {
    const paragraph = sentences.join(language === 'Chinese' || language === 'Japanese' ? '' : ' ')
    const { starts } = sentenceBorders(paragraph)
    expect(starts.map((start, k) => paragraph.slice(start, starts[k + 1]).trim())).toEqual(sentences)
  })
})
