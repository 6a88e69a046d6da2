import { story } from '../support/site.ts'

export const FRAME =
  '<!doctype html><title>Frame</title><meta http-equiv="refresh" content="0;url=/elsewhere"><p id="inside">Tide table</p><script>parent.ran=1</script><img src="/pixel.png">'

/** A gif of one red pixel. */
export const PIXEL = Buffer.from('R0lGODdhAQABAIAAAP8AAP///ywAAAAAAQABAAACAkQBADs=', 'base64')

export const SHEET = `@import url("/more.css"); @import "OUTSIDE/import.css";
body { background: url(OUTSIDE/body.png); }
#mark { color: rgb(1, 2, 3); background: image-set("OUTSIDE/set.png" 1x, url(/pixel.png) 2x); }
@font-face { font-family: Out; src: url(OUTSIDE/font.woff2) format("woff2"); }
#mark { font-family: Out; cursor: url("OUTSIDE/cursor.png"), auto; }`

export const MORE = '#more { color: rgb(4, 5, 6); background: u\\72l(OUTSIDE/escaped.png) }'

/** A story that tries everything a page can try to run, to ask and to leave. `outside` is an origin that listens. */
export function hostileStory(outside: string): string {
  const head = `
<meta http-equiv="refresh" content="11;url=${outside}/refresh">
<meta http-equiv="Content-Security-Policy" content="default-src *; script-src * 'unsafe-inline'">
<link rel="preconnect" href="${outside}"><link rel="dns-prefetch" href="${outside}">
<link rel="prefetch" href="${outside}/prefetch"><link rel="preload" as="image" href="${outside}/preload.png">
<link rel="modulepreload" href="${outside}/module.js"><link rel="manifest" href="${outside}/app.webmanifest">
<link rel="stylesheet" href="/style.css"><link rel="stylesheet" href="${outside}/other.css">
<link rel="icon" href="${outside}/icon.png">
<script src="${outside}/tag.js"></script>
<script>
  document.documentElement.dataset.ran = 'yes'
  try { top.location = '${outside}/top' } catch {}
  try { navigator.serviceWorker.register('/worker.js') } catch {}
  try { window.open('${outside}/window') } catch {}
  fetch('${outside}/fetch'); new WebSocket('${outside.replace('http', 'ws')}/socket'); navigator.sendBeacon('${outside}/beacon')
  alert('x'.repeat(1e6)); location.href = '${outside}/location'
</script>
<style>@import "${outside}/style.css"; p::before { content: url(${outside}/content.png) }</style>`
  const extra = `
<p id="mark" style="list-style-image:url(${outside}/attribute.png)">Marked</p><p id="more">More</p>
<img id="kept" src="/pixel.png" width="8" height="8"><img src="${outside}/picture.png" onerror="document.documentElement.dataset.ran='yes'">
<img src="data:image/gif;base64,AAAA" data-src="/pixel.png" id="lazy" class="lazyload">
<img srcset="${outside}/a.png 1x, ${outside}/b.png 2x" src="${outside}/c.png">
<picture><source srcset="${outside}/source.webp"><img src="${outside}/d.png"></picture>
<video src="${outside}/video.mp4" poster="${outside}/poster.png" autoplay><track src="${outside}/track.vtt" default></video>
<audio autoplay><source src="${outside}/audio.mp3"></audio>
<iframe id="frame" src="/frame.html"></iframe><iframe src="${outside}/frame.html"></iframe>
<iframe srcdoc="<p>inside</p><script>top.ran=1</script><img src='${outside}/srcdoc.png'><meta http-equiv=refresh content='0;url=${outside}/srcdoc'>"></iframe>
<iframe src="javascript:top.location='${outside}/frame-script'"></iframe>
<iframe src="data:text/html,<script>top.ran=1</script><img src='${outside}/data.png'>"></iframe>
<object data="${outside}/object.swf"><p>no plug-in</p></object><embed src="${outside}/embed.swf">
<applet archive="${outside}/applet.jar" code="A"></applet>
<svg width="10" height="10"><script>document.documentElement.dataset.ran='yes'</script><image href="${outside}/svg.png"/>
<use href="${outside}/symbols.svg#a"/><image href="#"><animate attributeName="href" to="${outside}/animated.png" dur="1s"/></image>
<rect fill="url(${outside}/paint.svg#p)" width="1" height="1"/><style>rect { fill: url(${outside}/fill.svg#p) }</style></svg>
<![CDATA[><img src="${outside}/cdata.png">]]>
<a id="out" href="${outside}/link" ping="${outside}/ping" target="_top">out</a>
<a id="script" href="java&#115;cript:document.documentElement.dataset.ran='yes'">script</a>
<a id="own" href="/elsewhere">elsewhere</a>
<form id="form" action="${outside}/form" method="post" target="_top"><input name="a" value="b" autofocus onfocus="document.documentElement.dataset.ran='yes'"><button id="send" formaction="${outside}/button">send</button></form>
<input type="image" src="${outside}/input.png"><body background="${outside}/body-attribute.png" onload="document.documentElement.dataset.ran='yes'">
<noscript><p id="plain">Shown without scripts</p></noscript>`
  return story({ title: 'Tide gate stuck open for a second night', head, extra }).replace(
    '<head>',
    `<head><base href="/" target="_top">`,
  )
}
