import { Buffer } from 'node:buffer'
import * as circular from '@quanheng/contract/circular'
import { dataTable } from '@quanheng/contract/datum'
import { exportUnits } from '@quanheng/contract/organisation-view'
import { yearPaperFile } from '@quanheng/contract/year-paper'
import type { PlanContent } from '@quanheng/domain/plan/model'
import { pdfText } from '@quanheng/papers/testing/open-pdf'
import { ownLimits, readZip } from '@quanheng/papers/zip/read'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../platform/testing/test-server.ts'
import { circularWorld, content, issuing, onNow, proposed } from './circular/testing/circular-world.ts'
import { allRoutes } from './index.ts'
import { done, type ResultWorld, resultWorld } from './result/testing/result-world.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
})
afterAll(() => server.close())

const marking = (year: PlanContent): PlanContent => ({
  ...year,
  settings: { ...year.settings, watermark: { value: 'nameUnitTime', basis: { kind: 'clause', article: '五' } } },
})

const said = /督导经办 \S+ 2025-01-20 10:00/

const textsOf = async (bytes: Uint8Array): Promise<string> =>
  (await readZip(bytes, ownLimits)).map((part) => Buffer.from(part.bytes).toString('utf8')).join('\n')

const nameOf = (reply: { headers: Record<string, unknown> }): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]*)/.exec(String(reply.headers['content-disposition']))?.[1] ?? '')

const taken = async ({ carrier, planId, town }: ResultWorld) => {
  const paper = async (format: 'docx' | 'pdf' | 'ofd') => {
    const params = { planId, paperKind: 'pledge' } as const
    const reply = await carrier.call(yearPaperFile, { params, query: { unitId: town, format } })
    expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
    return reply.rawPayload
  }
  const units = async (format: 'xlsx' | 'csv') => carrier.call(exportUnits, { query: { format } })
  const data = async (format: 'xlsx' | 'csv') => carrier.call(dataTable, { query: { planId, format } })
  return {
    docx: await textsOf(await paper('docx')),
    pdf: await pdfText(await paper('pdf')),
    ofd: await textsOf(await paper('ofd')),
    list: await textsOf((await units('xlsx')).rawPayload),
    table: await textsOf((await data('xlsx')).rawPayload),
    csv: await units('csv'),
    dataCsv: await data('csv'),
  }
}

describe('导出水印', () => {
  it('方案没有写明的，什么导出都不带', async () => {
    const found = await taken(await resultWorld(server, '前'))
    for (const key of ['docx', 'ofd', 'table'] as const) expect(found[key], key).not.toContain('督导经办')
    expect(found.pdf).not.toContain('督导经办')
    // Who took a list out has always stood on its 说明.
    expect(found.list).not.toContain('<oddHeader>')
    expect(nameOf(found.csv)).toBe('单位2025-01-20.csv')
    expect(nameOf(found.dataCsv)).toBe('数据采集表2025-01-20.csv')
  })

  it('年度方案写明后，文书、表格带导出人姓名、单位和时间，CSV 写在文件名里，内容不变', async () => {
    const world = await resultWorld(server, '后', undefined, marking)
    const found = await taken(world)
    expect(found.docx).toMatch(said)
    expect(found.pdf).toMatch(/督导经办\S+2025-01-2010:00/)
    expect(found.ofd).toContain('督')
    expect(found.list).toMatch(/<oddHeader>[^<]*督导经办 \S+ 2025-01-20 10:00<\/oddHeader>/)
    expect(found.table).toMatch(/<oddHeader>[^<]*督导经办 \S+ 2025-01-20 10:00<\/oddHeader>/)
    for (const reply of [found.csv, found.dataCsv]) {
      expect(nameOf(reply)).toMatch(/2025-01-20（督导经办 \S+ 2025-01-20 10时00分导出）\.csv$/)
      expect(reply.body).not.toContain('督导经办')
    }
  })

  it('发文稿带，印发后的公文不带', async () => {
    const world = await circularWorld(server, '印')
    const circularId = await proposed(world, content(world))
    const file = async (format: 'docx' | 'pdf') => {
      const reply = await world.director.call(circular.circularPaper, {
        params: { circularId },
        query: { paper: 'text', format },
      })
      expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200)
      return format === 'docx' ? textsOf(reply.rawPayload) : pdfText(reply.rawPayload)
    }
    for (const format of ['docx', 'pdf'] as const) expect(await file(format), format).toContain('考评办主任')
    await done(world.director, circular.issueCircular, await onNow(world.director, circularId, issuing))
    for (const format of ['docx', 'pdf'] as const) {
      const text = await file(format)
      expect(text, format).not.toContain('考评办主任')
      expect(text, format).not.toContain('WaterMark')
    }
  })
})
