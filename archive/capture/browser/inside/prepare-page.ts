/* oxlint-disable no-restricted-globals -- this file runs inside the page, sent there as text */

/**
 * Runs in the page's own world before its scripts: what is closed to everyone is opened for the one who keeps it, and
 * nothing can stop the capture by asking a person who is not there. Stands alone: it reaches the page as text.
 */
export function preparePage(): void {
  // oxlint-disable-next-line typescript/unbound-method -- called on each element below
  const attach = Element.prototype.attachShadow
  const shadowRoot = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot')
  const closed = new WeakSet<ShadowRoot>()
  // oxlint-disable-next-line typescript/unbound-method -- called on each element below
  const own = shadowRoot?.get
  if (own) {
    Element.prototype.attachShadow = function attachShadow(init: ShadowRootInit): ShadowRoot {
      const root = attach.call(this, { ...init, mode: 'open' })
      if (init.mode === 'closed') closed.add(root)
      return root
    }
    Object.defineProperty(Element.prototype, 'shadowRoot', {
      ...shadowRoot,
      // To the page a closed root stays closed.
      get(this: Element): ShadowRoot | null {
        const root = own.call(this) as ShadowRoot | null
        return root && closed.has(root) ? null : root
      },
    })
  }
  window.open = () => null
  window.print = () => {}
}
