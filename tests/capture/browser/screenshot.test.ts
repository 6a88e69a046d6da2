import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { answers, startSite } from '../support/server.ts'
import { page, reach, sharedBrowser } from './support.ts'

const source = await sharedBrowser()

async function pictureOf(url: string): Promise<PNG> {
  const { files } = await reach(source, url, {}, { maxScreenshotPixels: 12_000_000 })
  return PNG.sync.read(Buffer.from(files['data/screenshot.png']!))
}

function pixel({ data, width }: PNG, x: number, y: number): readonly number[] {
  const at = (y * width + x) * 4
  return [...data.subarray(at, at + 3)]
}

const RED = '<body style="margin:0;background:rgb(200,10,20)">'

test('The screenshot shows frames of other sites, however far down and in frames of their own', async () => {
  const other = await startSite(answers({ '/red': RED }), '127.0.0.2')
  const middle = await startSite(
    answers({
      '/frame': `<body style="margin:0"><iframe src="${other.origin}/red" style="border:0;width:300px;height:200px">`,
    }),
    '127.0.0.3',
  )
  const frame = `<iframe src="${middle.origin}/frame" style="position:absolute;left:0;top:3000px;border:0;width:300px;height:200px"></iframe>`
  const site = await startSite(answers({ '/': page(frame) }))
  const picture = await pictureOf(`${site.origin}/`)
  expect(picture.height).toBeGreaterThanOrEqual(3200)
  expect(pixel(picture, 150, 3100)).toEqual([200, 10, 20])
})

test('A page that is laid out by the height of its window keeps its height', async () => {
  const other = await startSite(answers({ '/red': RED }), '127.0.0.2')
  const site = await startSite(
    answers({
      '/': page(
        `<div style="height:100vh;background:rgb(1,2,3)"></div><div style="height:1500px"></div><iframe src="${other.origin}/red"></iframe>`,
        '<style>body{margin:0}</style>',
      ),
    }),
  )
  const { height } = await pictureOf(`${site.origin}/`)
  expect(height).toBeGreaterThan(2400)
  expect(height).toBeLessThan(3400)
})
