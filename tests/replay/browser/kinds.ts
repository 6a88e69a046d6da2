/** One page of a site made of ways to show something. `{own}` and `{other}` are the origins of the two sites. */
export interface Kind {
  readonly name: string
  /** What stands in the article, behind its words. */
  readonly inside: string
  readonly head?: string
  /** Words a reader sees, wherever they come from. */
  readonly words?: readonly string[]
  /** Words that are in the page and that no reader sees. */
  readonly unseen?: readonly string[]
  /** Colours that something on the page has, and that only its style gives it. */
  readonly colours?: readonly string[]
  /** How many pictures show. */
  readonly pictures?: number
  /** Further addresses: type and body. */
  readonly routes?: Readonly<Record<string, readonly [type: string, body: string | Uint8Array]>>
}

const HTML = 'text/html; charset=utf-8'
const SVG = 'image/svg+xml'
const CSS = 'text/css'
const drawing = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="40">${inside}</svg>`
const GREEN = drawing('<rect width="60" height="40" fill="#0a7"/>')

export const KINDS: readonly Kind[] = [
  {
    name: 'declarative shadow root with a slot and a style',
    inside: `<x-card><template shadowrootmode="open"><style>b{color:rgb(11,1,1)}</style><b>kindshadow</b><slot></slot></template><p>kindslot</p></x-card>`,
    words: ['kindshadow', 'kindslot'],
    colours: ['rgb(11, 1, 1)'],
  },
  {
    name: 'closed shadow root in a shadow root, adopted sheets',
    inside: `<x-out></x-out><script>
      const sheet = new CSSStyleSheet(); sheet.replaceSync('i{color:rgb(11,1,2)}')
      customElements.define('x-in', class extends HTMLElement { constructor() { super(); const r = this.attachShadow({ mode: 'closed' }); r.innerHTML = '<i>' + 'kind' + 'closed</i>'; r.adoptedStyleSheets = [sheet] } })
      customElements.define('x-out', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<x-in></x-in>' } })
    </script>`,
    words: ['kindclosed'],
    colours: ['rgb(11, 1, 2)'],
  },
  {
    name: 'elements that are hidden until a script defines them',
    head: '<style>x-late:not(:defined){display:none} x-late:defined{color:rgb(11,1,3)} x-never:not(:defined){color:rgb(11,1,4)}</style>',
    inside: `<x-late>kindlate</x-late><x-never>kindnever</x-never><script>customElements.define('x-late', class extends HTMLElement {})</script>`,
    words: ['kindlate', 'kindnever'],
    colours: ['rgb(11, 1, 3)', 'rgb(11, 1, 4)'],
  },
  {
    name: 'rules that only scripts made, and sheets that scripts switched off',
    head: '<style id="off">.kind{color:rgb(9,9,9) !important}</style>',
    inside: `<p class="kind">kindrule</p><script>
      const style = document.createElement('style'); document.head.append(style); style.sheet.insertRule('.kind{color:rgb(11,1,5)}')
      document.getElementById('off').sheet.disabled = true
      const sheet = new CSSStyleSheet(); sheet.replaceSync('.kind{border-top:3px solid rgb(11,1,6)}'); document.adoptedStyleSheets = [sheet]
    </script>`,
    words: ['kindrule'],
    colours: ['rgb(11, 1, 5)', 'rgb(11, 1, 6)'],
  },
  {
    name: 'drawings of scripts and pictures out of blobs, one as a background',
    inside: `<canvas id="c" width="80" height="40"></canvas><img id="b" alt=""><div id="d" style="height:20px"></div><script>
      c.getContext('2d').fillRect(0, 0, 70, 30)
      const blob = new Blob(['${GREEN}'], { type: 'image/svg+xml' })
      b.src = URL.createObjectURL(blob); d.style.backgroundImage = 'url(' + URL.createObjectURL(blob) + ')'
    </script>`,
    pictures: 2,
  },
  {
    name: 'lazy pictures of every way',
    inside: `<div style="height:2500px"></div><img loading="lazy" src="/a.svg" alt=""><img data-src="/b.svg" class="io" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" alt="">
      <picture><source media="(min-width: 4000px)" srcset="/gone.svg"><source media="(min-width: 200px)" srcset="/c.svg"><img src="/gone2.svg" alt=""></picture>
      <img srcset="/gone3.svg 2x, /d.svg 1x" alt=""><noscript><img src="/gone4.svg" alt=""></noscript><script>
      new IntersectionObserver((all, watcher) => all.forEach(one => { if (one.isIntersecting) { one.target.src = one.target.dataset.src; watcher.unobserve(one.target) } })).observe(document.querySelector('.io'))
    </script>`,
    routes: {
      '/a.svg': [SVG, GREEN],
      '/b.svg': [SVG, GREEN],
      '/c.svg': [SVG, GREEN],
      '/d.svg': [SVG, GREEN],
    },
    pictures: 4,
  },
  {
    name: 'lazy pictures in a shadow root and in a frame',
    inside: `<div style="height:3000px"></div><x-lazy></x-lazy><iframe src="/lazyframe" height="200"></iframe><script>
      customElements.define('x-lazy', class extends HTMLElement { connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<img loading="lazy" src="/e.svg" alt="">' } })
    </script>`,
    routes: {
      '/e.svg': [SVG, GREEN],
      '/f.svg': [SVG, GREEN],
      '/lazyframe': [
        HTML,
        '<!doctype html><div style="height:3000px">kindframetop</div><img loading=lazy src="/f.svg" alt="">',
      ],
    },
    words: ['kindframetop'],
    pictures: 2,
  },
  {
    name: 'a page whose story scrolls in a box of its own',
    head: '<style>.app{height:100vh;overflow:auto;position:relative}</style>',
    inside: `<div class="app"><div style="height:4000px">kindbox</div><img class="io" data-src="/g.svg" alt="" width="60" height="40"></div><script>
      new IntersectionObserver((all, watcher) => all.forEach(one => { if (one.isIntersecting) { one.target.src = one.target.dataset.src; watcher.unobserve(one.target) } })).observe(document.querySelector('.io'))
    </script>`,
    routes: { '/g.svg': [SVG, GREEN] },
    words: ['kindbox'],
    pictures: 1,
  },
  {
    name: 'a carousel whose pictures come when they are turned to',
    head: '<style>.row{display:flex;overflow-x:auto;scroll-snap-type:x mandatory;width:300px}.row>*{flex:0 0 300px;scroll-snap-align:start}</style>',
    inside: `<div style="height:1500px"></div><div class="row">${[1, 2, 3, 4].map(i => `<figure><img data-src="/r${i}.svg" alt="" width="60" height="40"><figcaption>kindslide${i}</figcaption></figure>`).join('')}</div><script>
      const watcher = new IntersectionObserver(all => all.forEach(one => { if (one.isIntersecting) { one.target.src = one.target.dataset.src; watcher.unobserve(one.target) } }))
      document.querySelectorAll('.row img').forEach(one => watcher.observe(one))
    </script>`,
    routes: Object.fromEntries([1, 2, 3, 4].map(i => [`/r${i}.svg`, [SVG, GREEN] as const])),
    words: ['kindslide1', 'kindslide4'],
    pictures: 4,
  },
  {
    name: 'style sheets in style sheets, layers, containers, fonts and masks',
    head: '<link rel="stylesheet" href="/s1.css">',
    inside: '<p class="kindcss">kindcss</p><p class="masked">kindmask</p>',
    routes: {
      '/s1.css': [
        CSS,
        '@import url("/s2.css") layer(a) supports(display: grid);@media (scripting: none){.kindcss{display:none}}',
      ],
      '/s2.css': [
        CSS,
        '@layer a{.kindcss{color:rgb(11,1,7)}}@media (scripting: enabled){.kindcss{border-top:1px solid rgb(11,1,8)}}.masked{-webkit-mask-image:url(/mask.svg);mask-image:url(/mask.svg);background:rgb(11,1,9)}',
      ],
      '/mask.svg': [SVG, GREEN],
    },
    words: ['kindcss', 'kindmask'],
    colours: ['rgb(11, 1, 7)', 'rgb(11, 1, 8)', 'rgb(11, 1, 9)'],
  },
  {
    name: 'SVG: inline, from a sprite, with HTML in it, as object, embed and frame',
    inside: `<svg width="90" height="30"><text y="20">kindsvgtext</text></svg><svg width="60" height="40"><use href="/sprite.svg#sail"/></svg>
      <svg width="200" height="40"><foreignObject width="200" height="40"><p xmlns="http://www.w3.org/1999/xhtml">kindforeign</p></foreignObject></svg>
      <object data="/chart.svg" type="image/svg+xml"></object><embed src="/chart2.svg" type="image/svg+xml"><iframe src="/chart3.svg"></iframe>`,
    routes: {
      '/sprite.svg': [
        SVG,
        drawing(
          '<symbol id="sail" viewBox="0 0 60 40"><rect width="60" height="40" fill="rgb(11,1,10)"/></symbol>',
        ),
      ],
      '/chart.svg': [SVG, drawing('<text y="20">kindobject</text>')],
      '/chart2.svg': [SVG, drawing('<text y="20">kindembed</text>')],
      '/chart3.svg': [SVG, drawing('<text y="20">kindsvgframe</text>')],
    },
    words: ['kindsvgtext', 'kindforeign', 'kindobject', 'kindembed', 'kindsvgframe'],
    colours: ['rgb(11, 1, 10)'],
  },
  {
    name: 'frames: of the same site, of another, nested, written in, in data, of scripts, in an object',
    inside: `<iframe src="/frame1"></iframe><iframe src="{other}/frame2"></iframe><iframe srcdoc="&lt;p&gt;kindsrcdoc&lt;/p&gt;&lt;iframe src='/frame3'&gt;&lt;/iframe&gt;"></iframe>
      <iframe src="data:text/html,<p>kinddata</p>"></iframe><iframe id="w"></iframe><object data="/frame4" type="text/html"></object><script>w.contentDocument.body.innerHTML = '<p>' + 'kind' + 'written</p>'</script>`,
    routes: {
      '/frame1': [HTML, '<p>kindsame</p><script>document.write("<b>kind" + "script</b>")</script>'],
      '/frame2': [HTML, '<p>kindother</p><iframe src="{own}/frame3"></iframe>'],
      '/frame3': [HTML, '<meta charset=utf-8><p style="color:rgb(11,1,11)">kindnested</p>'],
      '/frame4': [HTML, '<p id=p></p><script>p.textContent = "kind" + "inobject"</script>'],
    },
    words: [
      'kindsame',
      'kindscript',
      'kindother',
      'kindsrcdoc',
      'kindnested',
      'kinddata',
      'kindwritten',
      'kindinobject',
    ],
    colours: ['rgb(11, 1, 11)'],
  },
  {
    name: 'addresses under a base that is elsewhere',
    head: '<base href="{other}/deep/" target="_blank"><link rel="stylesheet" href="style.css">',
    inside:
      '<img src="pic.svg" alt=""><img src="//{otherhost}/deep/pi%63.svg?x=1&amp;y=2" alt=""><p class="based">kindbase</p>',
    routes: {
      '/deep/style.css': [CSS, '.based{color:rgb(11,1,12);background:url(pic.svg)}'],
      '/deep/pic.svg': [SVG, GREEN],
      '/deep/pi%63.svg?x=1&y=2': [SVG, GREEN],
    },
    words: ['kindbase'],
    colours: ['rgb(11, 1, 12)'],
    pictures: 2,
  },
  {
    name: 'what is folded, on top, in templates or for readers without scripts',
    inside: `<details><summary>kindsummary</summary><p>kindfolded</p></details><dialog id="g"><p>kinddialog</p></dialog><div popover id="v">kindpopover</div>
      <template><p>kindtemplate</p></template><noscript>kindnoscript</noscript><div style="content-visibility:auto">kindauto</div><script>g.show(); v.showPopover()</script>`,
    words: ['kindsummary', 'kindfolded', 'kinddialog', 'kindpopover', 'kindauto'],
    unseen: ['kindtemplate', 'kindnoscript'],
  },
  {
    name: 'films and sounds with posters, sources and captions',
    inside: `<video poster="/poster.svg" controls preload="none"><source src="/gone.mp4" type="video/unknown"><source src="/film.webm" type="video/webm"><track src="/words.vtt" default></video><audio src="/sound.mp3" preload="none" controls></audio><p>kindfilm</p>`,
    routes: {
      '/poster.svg': [SVG, GREEN],
      '/film.webm': ['video/webm', Buffer.alloc(3000, 7)],
      '/words.vtt': ['text/vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello'],
      '/sound.mp3': ['audio/mpeg', Buffer.alloc(3000, 9)],
    },
    words: ['kindfilm'],
  },
  {
    name: 'a page from right to left, with styles for print and for the dark',
    head: '<style media="print">.rtl{display:none}</style><style>@media print{.rtl{display:none}}.rtl{color:rgb(11,1,13)}</style>',
    inside: '<p dir="rtl" lang="ar" class="rtl">kindrtl مرحبا بالعالم</p>',
    words: ['kindrtl', 'مرحبا بالعالم'],
    colours: ['rgb(11, 1, 13)'],
  },
  {
    name: 'a document that no page can show',
    inside:
      '<object data="/plan.pdf" type="application/pdf" width="300" height="100"><p>kindfallback</p></object><p>kindpdf</p>',
    routes: { '/plan.pdf': ['application/pdf', '%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'] },
    words: ['kindpdf'],
  },
  {
    name: 'words that styles write, and a theme that scripts choose',
    head: '<style>html[data-theme=dark] .theme{color:rgb(11,1,14)}.theme::before{content:"\\2022 ";border-top:1px solid rgb(11,1,15)}:root{--c:rgb(11,1,16)}.var{color:var(--c)}</style>',
    inside: `<p class="theme">kindtheme</p><p class="var">kindvar</p><script>document.documentElement.dataset.theme = 'dark'</script>`,
    words: ['kindtheme', 'kindvar'],
    colours: ['rgb(11, 1, 14)', 'rgb(11, 1, 15)', 'rgb(11, 1, 16)'],
  },
  {
    name: 'a page that puts the next story below and takes its address',
    inside: `<div style="height:1500px"></div><p>kindfirststory</p><div id="end" style="height:10px"></div><script>
      let n = 0; new IntersectionObserver(all => { if (!all.some(one => one.isIntersecting) || n++ > 4) return
        const next = document.createElement('section'); next.innerHTML = '<h1>Another story</h1>' + '<p>More of it.</p>'.repeat(40); document.getElementById('end').before(next); history.replaceState(null, '', '/next' + n); document.title = 'Another story' }).observe(document.getElementById('end'))
    </script>`,
    words: ['kindfirststory'],
  },
]
