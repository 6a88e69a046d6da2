import { story, type Site, send } from '../support/site.ts'

/** Everything a page could try, aimed at a listener that must hear nothing once the page is archived. */
export function hostilePage(listener: string): string {
  const head = `
<base href="${listener}/base/">
<noscript><meta http-equiv="refresh" content="0; url=${listener}/refresh"></noscript>
<meta http-equiv="refresh" content="60; url=${listener}/late-refresh">
<link rel="preconnect" href="${listener}"><link rel="dns-prefetch" href="${listener}">
<link rel="prefetch" href="${listener}/prefetch"><link rel="modulepreload" href="${listener}/module.js">
<link rel="manifest" href="${listener}/manifest.json"><link rel="stylesheet" href="${listener}/outside.css">
<style>@import url("${listener}/import.css"); body { background: url(${listener}/background.png) }
@font-face { font-family: gone; src: url("${listener}/font.woff2") } h1 { font-family: gone }</style>
<script>
  document.title = 'a script ran'
  try { parent.document.title = 'a script reached the app' } catch {}
  try { top.location = '${listener}/top' } catch {}
  fetch('${listener}/fetch')
  new Image().src = '${listener}/pixel'
  navigator.serviceWorker?.register('/worker.js')
  window.open('${listener}/window')
  alert('x'.repeat(100000))
</script>
<script src="${listener}/script.js"></script>`
  const extra = `
<p id="handlers" onclick="document.title='handler ran'" onmouseover="fetch('${listener}/over')">Do not touch.</p>
<a id="js-link" href="javascript:void(document.title='link ran')">A link of scripts</a>
<a id="out-link" href="${listener}/link" target="_top" ping="${listener}/ping">A link outside</a>
<form id="form" action="${listener}/post" method="post"><input name="word" value="taken">
<button id="send">Send</button></form>
<iframe src="${listener}/frame"></iframe>
<iframe srcdoc="<script>parent.document.title='frame ran'</script><img src='${listener}/srcdoc.png'>"></iframe>
<object data="${listener}/object.svg"></object><embed src="${listener}/embed.svg">
<img src="${listener}/picture.png" srcset="${listener}/picture2.png 2x" onerror="document.title='error ran'">
<video src="${listener}/video.mp4" poster="${listener}/poster.png" autoplay></video>
<svg width="10" height="10"><image href="${listener}/image.png"/><script>document.title='svg ran'</script></svg>
<div style="background:url('${listener}/inline.png')">Styled</div>
<details open ontoggle="document.title='toggle ran'"><summary>More</summary>words</details>`
  return story({ title: 'Ferry fares rise again', head, extra })
}

/** The site that serves it while it is captured. */
export function serveHostile(site: Site, listener: string): string {
  site.routes.set('/hostile', send(hostilePage(listener)))
  return `${site.origin}/hostile`
}
