import { describe, expect, test } from 'vitest'
import { answers, startSite } from '../support/server.ts'
import { page, reach, sharedBrowser } from './support.ts'

const source = await sharedBrowser()

const outcomesOf = (reached: Awaited<ReturnType<typeof reach>>): Readonly<Record<string, string>> =>
  Object.fromEntries(reached.view!.behaviours.map(({ name, outcome }) => [name, outcome]))

/** A box about cookies; its buttons write their answer into the page. */
function wall(buttons: readonly string[], box = 'id="cookie-wall"'): string {
  const list = buttons.map(words => `<button onclick="answer('${words}')">${words}</button>`).join('')
  return page(`<p id="answer">no answer</p><div ${box} style="position:fixed;inset:0;background:#fff">We use cookies. ${list}</div><script>
    function answer(words) { document.getElementById('answer').textContent = 'answered: ' + words; document.querySelector('[style^="position:fixed"]').remove() }
  </script>`)
}

describe('A page that asks for consent', () => {
  test('is refused by a button that says so, in the words of its language', async () => {
    for (const words of ['Reject all', 'Alle ablehnen', 'Continuer sans accepter →']) {
      const site = await startSite(answers({ '/': wall(['Accept all', words]) }))
      const reached = await reach(source, `${site.origin}/`, {}, { acceptConsent: true })
      expect(reached.dom).toContain(`answered: ${words}`)
      expect(outcomesOf(reached)['consent']).toBe('refused (by its words)')
    }
  })

  test('is refused in a dialog without a telling name, where it talks about cookies', async () => {
    const site = await startSite(answers({ '/': wall(['Accept', 'Decline'], 'role="dialog" class="x7"') }))
    expect((await reach(source, `${site.origin}/`)).dom).toContain('answered: Decline')
  })

  test('is not agreed to where nothing refuses, and the box is out of the way', async () => {
    const site = await startSite(answers({ '/': wall(['Accept all', 'Settings']) }))
    const reached = await reach(source, `${site.origin}/`)
    expect(reached.dom).toContain('no answer')
    expect(outcomesOf(reached)).not.toHaveProperty('consent')
    expect(outcomesOf(reached)['overlays']).toBe('1')
  })

  test('is agreed to where nothing refuses and the person allows it, which is recorded', async () => {
    const site = await startSite(answers({ '/': wall(['Settings', 'Accept all']) }))
    const reached = await reach(source, `${site.origin}/`, {}, { acceptConsent: true })
    expect(reached.dom).toContain('answered: Accept all')
    expect(outcomesOf(reached)['consent']).toBe('accepted (by its words)')
    expect(reached.options).toMatchObject({ acceptConsent: true })
  })
})

test('A modal dialog that lies over the story is closed, one that holds it is not', async () => {
  const modal = (id: string, inside: string): string =>
    `<dialog id="${id}">${inside}</dialog><script>document.getElementById('${id}').showModal()</script>`
  const site = await startSite(
    answers({
      '/ad': page(modal('ad', '<p>Subscribe to our letter</p>')),
      '/story': page(modal('story', '<h1>The story itself</h1>')),
    }),
  )
  expect((await reach(source, `${site.origin}/ad`)).dom).toContain('<dialog id="ad"><p>')
  expect((await reach(source, `${site.origin}/story`)).dom).toContain(
    '<dialog id="story" open="" data-stet-open="">',
  )
})

test('Folded parts are opened, all of those that share a name too, and menus are left alone', async () => {
  const site = await startSite(
    answers({
      '/': page(
        '<details name="a"><summary>1</summary>one</details><details name="a"><summary>2</summary>two</details><nav><details><summary>Menu</summary>three</details></nav>',
      ),
    }),
  )
  const { seen } = await reach(source, `${site.origin}/`)
  expect([seen.includes('one'), seen.includes('two'), seen.includes('three')]).toEqual([true, true, false])
})

test('A list without an end inside the page is left after a while', async () => {
  const site = await startSite(
    answers({
      '/': page(`<div id="list" style="height:300px;overflow:auto"><p style="height:600px">first</p></div><script>
        list.addEventListener('scroll', () => { if (list.scrollTop + 700 > list.scrollHeight) list.insertAdjacentHTML('beforeend', '<p style="height:600px">more</p>') })
      </script>`),
    }),
  )
  const reached = await reach(source, `${site.origin}/`)
  expect(outcomesOf(reached)['scroll']).toContain('1 boxes within')
  expect(reached.seen).toContain('more')
  expect(reached.dom.split('>more<').length).toBeLessThan(60)
})

test('A page that shows nothing for a while is waited for, though it asks for nothing meanwhile', async () => {
  const words = 'The tide came in at four and the boats with it. '.repeat(12)
  const site = await startSite(
    answers({
      '/': `<!doctype html><title>Ferry</title><div id="app">Loading</div><script>
        setTimeout(() => { app.innerHTML = '<main aria-busy="true"><h1>Ferry</h1><p style="height:200px">${words}</p></main>' }, 1500)
        setTimeout(() => { app.firstChild.ariaBusy = 'false'; app.firstChild.append('And that was the last of it.') }, 2500)
      </script>`,
    }),
  )
  const reached = await reach(source, `${site.origin}/`)
  expect(reached.seen).toContain('And that was the last of it.')
  expect(outcomesOf(reached)['filled']).toBe('waited until it was filled')
})
