import { elementsNamed } from './elements.ts'

/**
 * Makes the DOM what a reader's browser would show: declarative shadow trees laid open, parts that React
 * streamed late put in their places. To be called once after parsing and before anything reads the page.
 */
export function prepareDocument(document: Document): void {
  openShadowTrees(document)
  placeStreamedParts(document)
}

/**
 * Lays declarative shadow trees (`<template shadowrootmode>`, HTML Standard section 4.12.3) open, as a reader
 * sees them: the template's content takes its place, and the host's own children move into its slots.
 */
function openShadowTrees(document: Document): void {
  for (;;) {
    const templates = elementsNamed(document, 'template').filter(
      template => template.hasAttribute('shadowrootmode') || template.hasAttribute('shadowroot'),
    )
    if (templates.length === 0) return
    for (const template of templates) openShadow(template as HTMLTemplateElement)
  }
}

function openShadow(template: HTMLTemplateElement): void {
  const host = template.parentElement
  const { content } = template
  const slots = [...content.querySelectorAll('slot')]
  template.remove()
  if (!host) return
  for (const slot of slots) {
    const name = slot.getAttribute('name') ?? ''
    const light = [...host.childNodes].filter(node => slotOf(node) === name)
    if (light.some(node => node.textContent?.trim())) slot.replaceChildren(...light)
  }
  host.prepend(content)
}

function slotOf(node: ChildNode): string {
  return node.nodeType === 1 ? ((node as Element).getAttribute('slot') ?? '') : ''
}

/** React's streaming renderer sends a late part as `<div hidden id="S:1">` for the place of `<template id="B:1">`. */
function placeStreamedParts(document: Document): void {
  for (const part of document.querySelectorAll('div[hidden][id^="S:"]')) {
    const place = document.getElementById(`B:${part.id.slice(2)}`)
    if (place?.localName === 'template') place.replaceWith(...part.childNodes)
    else part.removeAttribute('hidden')
  }
}
