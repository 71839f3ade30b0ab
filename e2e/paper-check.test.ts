import { expect, it } from 'vitest'
import { composeLetter } from '../packages/papers/src/docx/letter.ts'
import { body, partsOf, planted } from '../packages/papers/src/testing/faulty.ts'
import { aBoundLetter } from '../packages/papers/src/testing/samples.ts'
import { writeZip } from '../packages/papers/src/zip/write.ts'
import { loadRehearsal, sceneOf } from './support/city.ts'

const scene = sceneOf((browser, server) => loadRehearsal(browser, server.address))

it('公文检查页：有毛病的公文逐项列出，文件不上传', async () => {
  const page = await scene.city.as('fagai.ke1')
  const sent: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && sent.push(request.url()))
  await page.goto('/paper-check')
  const parts = planted(
    await partsOf(await composeLetter(aBoundLetter)),
    body((xml) => xml.replaceAll('w:top="2098"', 'w:top="1440"')),
  )
  const faulty = await writeZip([...parts].map(([path, bytes]) => ({ path, bytes })))
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const give = (name: string, bytes: Uint8Array) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  await give('版心有误.docx', faulty)
  const conclusion = page.getByRole('region', { name: '检查结论' })
  await conclusion.getByRole('heading', { name: '版心有误.docx' }).waitFor()
  expect(await conclusion.textContent()).toMatch(/不符合/)
  const fault = page.locator('#assertion-3')
  expect(await fault.textContent()).toContain('改法')
  await give('不是公文.docx', Buffer.from('这不是公文'))
  await page.getByRole('status').getByText(/docx/).waitFor()
  expect(sent).toEqual([])
})
