/** The exhibit's own look: for the screen in light and dark, and for paper, where nothing depends on colour. */
export const EXHIBIT_STYLE = `
:root { color-scheme: light dark; --quiet: light-dark(#555, #b0b0b0); --rule: light-dark(#c8c8c8, #555);
  --ins: light-dark(#e2f2e4, #143a1c); --del: light-dark(#fbe6e4, #4a1a17); --both: light-dark(#eef0f6, #262b38);
  --link: light-dark(#0b4f9c, #8fc0ff); }
* { box-sizing: border-box; }
html { background: light-dark(#fff, #171717); color: light-dark(#1b1b1b, #ececec); }
body { margin: 0 auto; max-width: 54rem; padding: 2rem 1.25rem; font: 1rem/1.55 Georgia, 'Noto Serif', 'Noto Naskh Arabic', serif; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 0.25rem; overflow-wrap: anywhere; }
h2 { border-block-start: 1px solid var(--rule); font-size: 1.25rem; margin-block: 2.5rem 0.75rem; padding-block-start: 1rem; }
h3 { font-size: 1.05rem; margin-block: 1.5rem 0.5rem; overflow-wrap: anywhere; }
h4 { font-size: 1rem; margin-block: 1rem 0.5rem; }
a { color: var(--link); }
code { direction: ltr; font: 0.8em/1.4 ui-monospace, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; unicode-bidi: isolate; }
pre { font: inherit; margin: 0 0 0.75rem; overflow-wrap: anywhere; white-space: pre-wrap; }
pre code { display: block; white-space: pre-wrap; }
.command, .prints { border-inline-start: 3px solid var(--rule); padding-inline-start: 0.75rem; }
.prints { border-inline-start-style: dotted; }
.step p { margin-block: 0.5rem 0.25rem; }
.aside, .evidence, .made, figcaption, caption { color: var(--quiet); font-size: 0.85rem; }
.made { margin-block: 0.25rem; overflow-wrap: anywhere; }
.sum { font-size: 1.1rem; }
table { border-collapse: collapse; margin-block: 0.5rem 1rem; table-layout: fixed; width: 100%; }
caption { padding-block: 0.25rem; text-align: start; }
th, td { border-block-end: 1px solid var(--rule); overflow-wrap: anywhere; padding: 0.35rem 0.75rem 0.35rem 0; text-align: start; vertical-align: top; }
th { font-weight: 600; }
.versions th[scope='row'], .versions thead td { width: 20%; }
.files tbody th { font-weight: normal; }
.files th:nth-child(1) { width: 32%; }
.files th:nth-child(2), .number { text-align: end; width: 12%; }
.files code { font-size: 0.7em; }
.grid { table-layout: auto; width: auto; }
.grid td { border: 1px solid var(--rule); padding: 0.2rem 0.6rem; }
.claims { padding-inline-start: 1.75rem; }
ul.claims { list-style: none; padding-inline-start: 0; }
.claims > li { margin-block-end: 1.25rem; overflow-wrap: anywhere; }
.claims p { margin-block: 0 0.25rem; }
.kind { border: 1px solid var(--rule); border-radius: 0.25rem; font-size: 0.8rem; padding: 0 0.35rem; }
.words { margin: 0.25rem 0; }
.words > div { display: grid; gap: 0.75rem; grid-template-columns: 3.5rem 1fr; }
.words dt { color: var(--quiet); font-size: 0.85rem; }
.words dd { margin: 0; min-width: 0; overflow-wrap: anywhere; white-space: pre-line; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; }
.pictures figure { flex: 1 1 16rem; margin: 0.5rem 0; min-width: 0; }
figcaption { margin-block-start: 0.25rem; }
img { display: block; height: auto; max-height: 15rem; max-width: 100%; width: auto; }
.story { border-inline-start: 3px solid var(--rule); margin-block-end: 1.5rem; overflow-wrap: anywhere; padding-inline-start: 1rem; }
.story p, .story blockquote { margin: 0 0 1rem; white-space: pre-line; }
.story blockquote { padding-inline-start: 1rem; }
.story .figure { color: var(--quiet); font-size: 0.9rem; }
ins { background: var(--ins); text-decoration: underline 2px; text-underline-offset: 0.15em; }
del { background: var(--del); text-decoration: line-through; }
mark { background: var(--both); color: inherit; font-weight: 700; text-decoration: underline; }
.moved, .moved-away { border-block-end: 2px dotted currentcolor; }
.moved-away { color: var(--quiet); }
.is-passage { background: var(--both); text-decoration: underline; text-underline-offset: 0.2em; }
.is-quotation { border-block-end: 2px dotted currentcolor; }
.is-figure, .is-agreed { font-weight: 700; }
.label { border: 1px solid var(--rule); border-radius: 0.25rem; color: var(--quiet); font-size: 0.75rem; padding: 0 0.3rem; text-decoration: none; }
a.label { color: var(--link); }
:target { outline: 3px solid var(--link); outline-offset: 3px; }
@media screen {
  ins::before, ins::after, del::before, del::after { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
  ins::before { content: ' [came: '; }
  del::before { content: ' [went: '; }
  ins::after, del::after { content: '] '; }
}
@media (max-width: 40rem) {
  body { padding: 1rem; }
  .versions thead { display: none; }
  .versions tr, .versions th, .versions td, .files tr, .files th, .files td { display: block; width: auto !important; }
  .versions th, .files tbody th { border: 0; padding-block-end: 0; }
  .versions td::before { color: var(--quiet); content: attr(data-head); display: block; font-size: 0.85rem; }
  .versions td:not(:last-child) { border: 0; }
  .files thead { display: none; }
  .files td.number { border: 0; padding-block: 0; text-align: start; }
  .files td.number::after { content: ' bytes'; }
}
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; line-height: 1.4; max-width: none; padding: 0; }
  p, li, dd, blockquote { orphans: 3; widows: 3; }
  h1, h2, h3, h4, caption, thead, summary, .claims > li > p:first-child { break-after: avoid; }
  h2 { margin-block-start: 1.75rem; }
  .evidence, tbody > tr:first-child { break-before: avoid; }
  tr, figure, .grid, .whole, .step, pre { break-inside: avoid; }
  th, td { padding-block: 0.2rem; }
  code { font-size: 8pt; }
  .evidence, figcaption { font-size: 8.5pt; }
  .evidence code, figcaption code { font-size: 7.5pt; }
  .files code { font-size: 7pt; }
  .command code, .prints code { font-size: 7.5pt; }
  .folder, h2 + .aside { break-after: avoid; }
  .to-place, .more > summary { display: none; }
  img { max-height: 60mm; }
  a { color: inherit; text-decoration: none; }
  summary { list-style: none; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
`

/** What stands at the foot of every printed page, so that a single sheet says where it belongs. */
export function pageFoot(words: string): string {
  const quoted = words.replaceAll(/[^\w .,:-]/g, '')
  return `@page { margin: 16mm 16mm 18mm; font: 8pt Georgia, serif;
  @bottom-left { content: "${quoted}"; font: 8pt Georgia, serif; }
  @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt Georgia, serif; } }
`
}
