import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useTemplates } from './papers/templates.ts'
import { rehearsedScene } from './support/city.ts'
import { desk, faultsOnPaper, onPaper, sheet } from './support/on-paper.ts'

const scene = rehearsedScene()

const long = process.env.QUANHENG_LONG === '1'
/** Pages of one person; `QUANHENG_LONG=1` visits all of more people. */
const most = long ? Number.POSITIVE_INFINITY : 22
const people = long ? ['zhuren', 'fagai.ke1', 'fagai.wenshu', 'jiaotong.tianbao'] : ['zhuren']

const id = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** `/plans/3f…` and `/plans/7a…` are one page. */
const kindOf = (path: string): string => path.replace(id, '*')

/** Ways from this page to others, each kind once. */
const waysFrom = (page: Page): Promise<readonly string[]> =>
  page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    .then((paths) => paths.filter((path) => !/^\/(?:api|login|links|first-run|account)\b/.test(path)))

it('文书模板：标签有误的指出段落，改好后预览、出具', () => useTemplates(scene.city), 300_000)

it('各页打印在 A4 纸上：表格不出纸面、不被截断，不印菜单', async () => {
  const faults: string[] = []
  let visited = 0
  for (const login of people) {
    const page = await scene.city.as(login)
    await page.setViewportSize(desk)
    const met = new Set<string>()
    const waiting = ['/', ...(await waysFrom(page))]
    let own = 0
    while (waiting.length > 0 && own < most) {
      const path = waiting.shift() ?? '/'
      if (met.has(kindOf(path))) continue
      met.add(kindOf(path))
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      await expect.poll(() => page.getByText(/^正在读取…$/).count(), { timeout: 20_000 }).toBe(0)
      waiting.push(...(await waysFrom(page)))
      faults.push(...(await onPaper(page)).map((fault) => `${login} ${kindOf(path)} ${fault}`))
      own++
    }
    visited += own
  }
  expect(faults).toEqual([])
  expect(visited).toBeGreaterThan(15)
}, 600_000)

it('出纸面的表格、截断的表格、留下的菜单，都查得出来', async () => {
  const page = await scene.city.as('zhuren')
  await page.setViewportSize(sheet)
  await page.setContent(
    `<!doctype html><nav aria-label="菜单"><a href="/">工作台</a></nav>
     <main><table><caption>太宽</caption><tr><td>一</td></tr></table>
     <div><table><caption>截断</caption><tr><td>二</td></tr></table></div>
     <div><table><caption>正好</caption><tr><td>三</td></tr></table></div></main>`,
  )
  // By the object model: the page's own policy takes no style from text.
  await page.evaluate(() => {
    const [wide, cut] = document.querySelectorAll('table')
    if (!wide || !cut?.parentElement) throw new Error('two tables')
    wide.style.width = '900px'
    cut.style.height = '90px'
    Object.assign(cut.parentElement.style, { height: '20px', overflow: 'auto' })
  })
  expect(await faultsOnPaper(page)).toEqual([
    'runs out of the sheet: 太宽',
    'hidden in part: 截断',
    'a way elsewhere: 菜单',
  ])
})
