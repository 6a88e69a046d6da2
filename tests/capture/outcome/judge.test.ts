import { describe, expect, it } from 'vitest'
import { judge, judgeAnswer } from '../../../archive/capture/index.ts'
import { factsOf, storyOf, type Sketch } from './facts.ts'

const verdict = (sketch: Sketch): string => {
  const judgement = judge(factsOf(sketch))
  return judgement.outcome === 'attempt' ? judgement.reason : 'story'
}
const doubts = (sketch: Sketch): string[] => judge(factsOf(sketch)).warnings.map(warning => warning.code)

describe('the answer alone decides', () => {
  it.each([
    [404, 'http-404'],
    [410, 'http-410'],
    [400, 'http-4xx'],
    [403, 'http-4xx'],
    [451, 'http-4xx'],
    [401, 'login'],
    [402, 'paywall'],
    [429, 'blocked'],
    [500, 'http-5xx'],
    [503, 'http-5xx'],
    [204, 'empty'],
    [304, 'empty'],
  ])('status %d is %s, even with a long story', (status, reason) => {
    expect(verdict({ status, story: storyOf(600) })).toBe(reason)
  })

  it.each([
    ['application/pdf', 'not-html'],
    ['image/jpeg', 'not-html'],
    ['application/json', 'not-html'],
    ['text/plain', 'not-html'],
    ['text/html', 'story'],
    ['application/xhtml+xml', 'story'],
    [null, 'story'],
  ])('type %s is %s', (mime, expected) => expect(verdict({ mime, story: storyOf(400) })).toBe(expected))

  it('an empty or blank body is nothing', () => {
    expect(verdict({ html: '' })).toBe('empty')
    expect(verdict({ html: ' \n ' })).toBe('empty')
  })

  it.each([
    [403, [['cf-mitigated', 'challenge']], 'x', 'blocked'],
    [200, [['cf-mitigated', 'challenge']], 'x', 'blocked'],
    [503, [], '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js">', 'blocked'],
    [403, [], '<p>Please verify you are a human.</p>', 'blocked'],
    [403, [], '<script src="https://geo.captcha-delivery.com/captcha/"></script>', 'blocked'],
    [403, [], '<p>Reference #18.2d3f1702.1700000000.1a2b3c</p>', 'blocked'],
    [403, [], '<h1>Forbidden</h1>', 'http-4xx'],
    [503, [], '<h1>Down for maintenance</h1>', 'http-5xx'],
  ] as const)('status %d with %j and %s is %s', (status, headers, html, reason) => {
    expect(verdict({ status, headers, html })).toBe(reason)
  })

  it('and where it does not, the page must be read', () => {
    expect(judgeAnswer(factsOf({ story: storyOf(300) }).page)).toBeNull()
    expect(judgeAnswer(factsOf({ status: 404 }).page)).toMatchObject({
      reason: 'http-404',
      evidence: 'status 404',
    })
  })
})

describe('walls in front of the story', () => {
  it.each([
    ['Are you a robot? Please confirm you are human to go on.'],
    ['Our systems have detected unusual traffic from your computer network.'],
    ['Bestätigen Sie, dass Sie ein Mensch sind: Ich bin kein Roboter.'],
    ["Confirmez que vous n'êtes pas un robot."],
    ['Подтвердите, что вы не робот.'],
    ['请完成验证，确认您不是机器人。'],
    ['ロボットではありません'],
    ['로봇이 아닙니다'],
    ['Verifica que eres humano para continuar.'],
  ])('a robot check says "%s"', around => expect(verdict({ around })).toBe('blocked'))

  it('a challenge page of a known product is told by its title or its marks', () => {
    expect(verdict({ title: 'Just a moment...', around: 'paper.example' })).toBe('blocked')
    expect(verdict({ html: '<div id="px-captcha"></div>', around: 'Wait' })).toBe('blocked')
    expect(verdict({ title: 'Access to this page has been denied', around: 'Press & Hold' })).toBe('blocked')
  })

  it.each([
    ['We value your privacy. We and our partners use cookies and your consent. Accept all. Reject all.'],
    ['Wir verwenden Cookies. Alle akzeptieren. Mit Werbung weiterlesen. Einwilligung.'],
    ['Nos partenaires et nous. Tout accepter. Continuer sans accepter. Votre vie privée.'],
    ['Utilizamos cookies. Aceptar todo. Rechazar todo. Nuestros socios.'],
    ['Мы используем файлы cookie. Принять все. Наши партнеры.'],
  ])('a consent wall says "%s"', text => {
    expect(verdict({ story: [text] })).toBe('consent-wall')
    expect(verdict({ around: text })).toBe('consent-wall')
  })

  it('a consent page at an address of its own is one, however much it says', () => {
    expect(
      verdict({ finalUrl: 'https://consent.paper.example/collectConsent?id=3', story: storyOf(300) }),
    ).toBe('consent-wall')
  })

  it('a consent question over a story leaves it a story', () => {
    const around = 'We value your privacy. Our partners use cookies. Accept all. Reject all.'
    expect(verdict({ story: storyOf(300), around })).toBe('story')
    expect(verdict({ story: storyOf(120), around, signals: { declaresArticle: true } })).toBe('story')
  })

  it.each([
    ['Log in to continue. Forgot password?'],
    ['Bitte melden Sie sich an. Passwort vergessen?'],
    ['Veuillez vous connecter. Mot de passe oublié ?'],
    ['ログインしてください'],
    ['Забыли пароль?'],
  ])('a sign-in page says "%s"', around => {
    expect(verdict({ around, signals: { hasPasswordField: true } })).toBe('login')
    expect(verdict({ around, finalUrl: 'https://paper.example/login?next=/story' })).toBe('login')
  })

  it('a sign-in form in the margin of a story decides nothing', () => {
    expect(
      verdict({ story: storyOf(200), around: 'Log in to continue', signals: { hasPasswordField: true } }),
    ).toBe('story')
  })
})

describe('stories cut short for those who have not paid', () => {
  const lead = 'The harbour council met on Tuesday and agreed on the northern ferry, which will'
  it.each([
    ['Subscribe to continue reading.'],
    ['Um weiterzulesen, jetzt abonnieren.'],
    ['Cet article est réservé aux abonnés.'],
    ['Suscríbete para seguir leyendo.'],
    ['Denne saken er for abonnenter.'],
    ['Полный текст — только для подписчиков.'],
    ['この記事は会員限定です。'],
    ['订阅后继续阅读'],
    ['للمشتركين فقط'],
  ])('%s', around => {
    expect(verdict({ story: [lead], around })).toBe('paywall')
    expect(verdict({ story: [...storyOf(60), 'More follows …'], around })).toBe('paywall')
    expect(verdict({ story: storyOf(90), around, signals: { declaredPaywalled: true } })).toBe('paywall')
    expect(verdict({ story: [...storyOf(60), around] })).toBe('paywall')
  })

  it('a page that declares a longer story than it shows is cut short', () => {
    const html = '<script type="application/ld+json">{"wordCount": 900}</script>'
    expect(verdict({ story: storyOf(100), around: 'Subscribe to continue reading', html })).toBe('paywall')
    expect(verdict({ story: storyOf(20), signals: { declaredPaywalled: true, declaresArticle: true } })).toBe(
      'paywall',
    )
  })

  it('a whole short story with an offer beside it stays a story, with a doubt', () => {
    const sketch: Sketch = {
      story: storyOf(130),
      around: 'Already a subscriber? Log in.',
      signals: { declaresArticle: true },
    }
    expect(verdict(sketch)).toBe('story')
    expect(doubts(sketch)).toEqual(['maybe-cut-short'])
  })

  it('a long story behind a declared wall stays a story without a doubt', () => {
    const sketch: Sketch = {
      story: storyOf(700),
      around: 'Subscribe to continue reading',
      signals: { declaredPaywalled: true },
    }
    expect(verdict(sketch)).toBe('story')
    expect(doubts(sketch)).toEqual([])
  })
})

describe('pages that are not there, with status 200', () => {
  it.each([
    'Page not found | The Paper',
    'Seite nicht gefunden – Zeitung',
    'Page introuvable - Le Journal',
    'Página no encontrada',
    'Página não encontrada | Jornal',
    'Pagina non trovata',
    'Pagina niet gevonden',
    'Nie znaleziono strony',
    'Stránka nenalezena',
    'Sidan hittades inte',
    'Sivua ei löytynyt',
    'Az oldal nem található',
    'Η σελίδα δεν βρέθηκε',
    'Sayfa bulunamadı',
    'Страница не найдена',
    'Сторінку не знайдено',
    'الصفحة غير موجودة',
    'صفحه یافت نشد',
    'הדף לא נמצא',
    'पृष्ठ नहीं मिला',
    'ไม่พบหน้า',
    'Không tìm thấy trang',
    'Halaman tidak ditemukan',
    '页面不存在',
    '找不到頁面',
    'ページが見つかりません',
    '페이지를 찾을 수 없습니다',
  ])('%s', title => {
    expect(verdict({ title, story: storyOf(40) })).toBe('http-404')
    expect(verdict({ title: 'The Paper', around: title })).toBe('http-404')
  })

  it.each(['404 - The Paper', 'Error 404', 'HTTP 404'])('a title that is the number: %s', title => {
    expect(verdict({ title, story: storyOf(40) })).toBe('http-404')
  })

  it('addresses that lead to an error page or to the front page are gone', () => {
    expect(verdict({ finalUrl: 'https://paper.example/404', story: storyOf(60) })).toBe('http-404')
    expect(verdict({ finalUrl: 'https://paper.example/', story: storyOf(200) })).toBe('http-404')
    expect(verdict({ finalUrl: 'https://www.paper.example/en/', story: storyOf(200) })).toBe('http-404')
  })

  it('shortened links, moved stories and the front page itself are not', () => {
    expect(
      verdict({ url: 'https://sho.rt/Ab3x', finalUrl: 'https://paper.example/', story: storyOf(200) }),
    ).toBe('story')
    expect(verdict({ finalUrl: 'https://paper.example/sport/ferry', story: storyOf(200) })).toBe('story')
    expect(verdict({ finalUrl: 'https://ferry-report.example/', story: storyOf(400) })).toBe('story')
    expect(
      verdict({ url: 'http://paper.example/', finalUrl: 'https://paper.example/', story: storyOf(200) }),
    ).toBe('story')
  })

  it('a story about a missing page is a story', () => {
    expect(verdict({ title: 'Page not found: how the archive lost its maps', story: storyOf(300) })).toBe(
      'story',
    )
  })
})

describe('stubs in the place of a story', () => {
  it.each([
    'This article has been removed following a complaint.',
    'This story is no longer available.',
    'Der Artikel wurde gelöscht.',
    'Cet article a été supprimé.',
    'Este contenido ha sido eliminado.',
    'Artykuł został usunięty.',
    'Материал удалён по решению редакции.',
    'تم حذف المقال',
    'הכתבה הוסרה',
    '文章已被删除',
    'この記事は削除されました。',
    '삭제된 기사입니다.',
  ])('%s', text => {
    expect(verdict({ title: 'Ferry sails again', story: [text], signals: { declaresArticle: true } })).toBe(
      'http-410',
    )
    expect(verdict({ title: 'Ferry sails again', story: [text], before: 800 })).toBe('http-410')
  })

  it('a tiny remainder of a long story is no version of it', () => {
    expect(verdict({ story: storyOf(40), before: 800, signals: { declaresArticle: true } })).toBe('empty')
    expect(verdict({ story: storyOf(40), signals: { declaresArticle: true } })).toBe('story')
  })

  it('a story that was cut by two thirds is a version, with a doubt', () => {
    const sketch: Sketch = { story: storyOf(240), before: 800 }
    expect(verdict(sketch)).toBe('story')
    expect(doubts(sketch)).toEqual(['much-shorter'])
  })

  it('a short story that reports a removal is a story', () => {
    const story = [...storyOf(57), 'A second post about it has been removed.']
    expect(verdict({ story, signals: { declaresArticle: true } })).toBe('story')
  })
})

describe('pages without a story', () => {
  it('a frame that script would fill needs a browser', () => {
    for (const sketch of [
      { around: 'Loading…' },
      { signals: { needsScript: true }, around: 'News Opinion Sport' },
      { html: '<div class="x" id="root"></div><script src=/app.js></script>', around: 'News' },
      { html: '<noscript>You need to enable JavaScript to run this app.</noscript>', around: 'News' },
      { around: 'Please enable JavaScript to view this page.' },
    ] satisfies Sketch[]) {
      const judgement = judge(factsOf(sketch))
      expect(judgement).toMatchObject({ outcome: 'attempt', reason: 'empty' })
      expect(judgement.evidence).toContain('needs a browser')
    }
  })

  it('a handful of words is nothing, unless the page says it is an article or shows a picture', () => {
    const story = ['The ferry sails again. More to follow.', 'The council confirmed it.']
    expect(verdict({ story })).toBe('empty')
    expect(verdict({ story, signals: { declaresArticle: true } })).toBe('story')
    expect(verdict({ story, figure: true })).toBe('story')
    expect(doubts({ story, figure: true })).toEqual(['very-short'])
  })
})

describe('stories', () => {
  it.each([
    ['about captchas', 'Just a moment: the captcha asks "Are you a robot?" and the web answers'],
    ['about paywalls', 'Subscribe to continue reading: how newspapers learned to charge'],
    ['about errors', 'Error 404 and the art of the missing page'],
    ['about removals', 'Why this article has been removed from our archive, and put back'],
    ['about cookies', 'Accept all? What consent banners do to readers'],
  ])('%s are stories', (_what, title) => {
    expect(verdict({ title, story: [title, ...storyOf(350)] })).toBe('story')
  })

  it('come without doubts as a rule, and with the number of words as evidence', () => {
    expect(judge(factsOf({ title: 'Ferry sails again', story: storyOf(300) }))).toEqual({
      outcome: 'story',
      evidence: '304 words of story',
      warnings: [],
    })
  })

  it('may be judged without signals', () => {
    const facts = factsOf({ title: 'Ferry sails again', story: storyOf(300) })
    expect(judge({ ...facts, signals: null }).outcome).toBe('story')
  })
})
