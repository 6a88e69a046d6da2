/** The exhibit's own look: for the screen in light and dark, and for paper, where nothing depends on colour. */
export const EXHIBIT_STYLE = `
:root { color-scheme: light dark; --quiet: light-dark(#555, #b0b0b0); --rule: light-dark(#c8c8c8, #555);
  --ins: light-dark(#e2f2e4, #143a1c); --del: light-dark(#fbe6e4, #4a1a17); --link: light-dark(#0b4f9c, #8fc0ff); }
* { box-sizing: border-box; }
html { background: light-dark(#fff, #171717); color: light-dark(#1b1b1b, #ececec); }
body { margin: 0 auto; max-width: 52rem; padding: 2rem 1.25rem; font: 1rem/1.55 Georgia, 'Noto Serif', 'Noto Naskh Arabic', serif; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { border-block-start: 1px solid var(--rule); font-size: 1.25rem; margin-block: 2.5rem 0.75rem; padding-block-start: 1rem; }
h3 { font-size: 1.05rem; margin-block: 1.5rem 0.5rem; }
a { color: var(--link); }
code { font: 0.8em/1.4 ui-monospace, Consolas, 'DejaVu Sans Mono', monospace; overflow-wrap: anywhere; }
pre { font: inherit; margin: 0 0 1rem; overflow-wrap: anywhere; white-space: pre-wrap; }
pre code { display: block; white-space: pre-wrap; }
.aside, .evidence, .made, figcaption, caption { color: var(--quiet); font-size: 0.85rem; }
.sum { font-size: 1.1rem; }
table { border-collapse: collapse; margin-block: 0.5rem 1rem; table-layout: fixed; width: 100%; }
caption { padding-block: 0.25rem; text-align: start; }
th, td { border-block-end: 1px solid var(--rule); overflow-wrap: anywhere; padding: 0.35rem 0.75rem 0.35rem 0; text-align: start; vertical-align: top; }
th { font-weight: 600; }
.versions th[scope='row'], .versions thead td { width: 22%; }
.files th:nth-child(1) { font-weight: normal; width: 34%; }
.files th:nth-child(2), .number { text-align: end; width: 14%; }
.claims { padding-inline-start: 1.75rem; }
.claims > li { margin-block-end: 1.25rem; }
.claims p { margin-block: 0 0.25rem; }
.kind { border: 1px solid var(--rule); border-radius: 0.25rem; font-size: 0.8rem; padding: 0 0.35rem; }
.words { margin: 0.25rem 0; }
.words > div { display: grid; gap: 0.75rem; grid-template-columns: 4rem 1fr; }
.words dt { color: var(--quiet); font-size: 0.85rem; }
.words dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.pictures { display: flex; flex-wrap: wrap; gap: 1rem; }
.pictures figure { flex: 1 1 16rem; margin: 0.5rem 0; }
img { height: auto; max-width: 100%; }
.story { border-inline-start: 3px solid var(--rule); padding-inline-start: 1rem; }
.story p, .story blockquote { margin: 0 0 1rem; white-space: pre-line; }
.story blockquote { padding-inline-start: 1rem; }
.story .figure { color: var(--quiet); font-size: 0.9rem; }
ins { background: var(--ins); text-decoration: underline 2px; text-underline-offset: 0.15em; }
del { background: var(--del); text-decoration: line-through; }
.moved, .moved-away { border-block-end: 2px dotted currentcolor; }
.moved-away { color: var(--quiet); }
.label { border: 1px solid var(--rule); border-radius: 0.25rem; color: var(--quiet); font-size: 0.75rem; padding: 0 0.3rem; }
:target { outline: 3px solid var(--link); outline-offset: 3px; }
@media (max-width: 40rem) {
  .versions thead { display: none; }
  .versions tr, .versions th, .versions td { display: block; width: auto !important; }
  .versions th { border: 0; }
}
@page { margin: 18mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt Georgia, serif; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  h2, h3, caption { break-after: avoid; }
  tr, figure, .claims > li { break-inside: avoid; }
  a { color: inherit; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
}
`
