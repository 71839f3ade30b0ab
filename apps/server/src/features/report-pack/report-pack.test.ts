import { Buffer } from 'node:buffer'
import * as data from '@quanheng/contract/datum'
import * as contract from '@quanheng/contract/report-pack'
import type { ReplyOf } from '@quanheng/contract/route'
import { readDraft } from '@quanheng/contract/upload'
import { figuresHeld } from '@quanheng/papers/testing/figures-held'
import { openDocx, textOf } from '@quanheng/papers/testing/open-docx'
import { writeZip, type ZipPart } from '@quanheng/papers/zip/write'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, startTestServer, type TestServer } from '../../platform/testing/test-server.ts'
import {
  type CollectionWorld,
  collectionContent,
  collectionWorld,
  issueContent,
  quantity,
  reportOne,
  sendFile,
} from '../collection/testing/collection-world.ts'
import { allRoutes } from '../index.ts'
import { filledIn, folderNumbered, type Line, part, takenOut } from './testing/filled-pack.ts'

type Preview = ReplyOf<typeof contract.readReportPack>

let server: TestServer
let world: CollectionWorld
let pack: readonly ZipPart[]

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  world = await collectionWorld(server)
  pack = await takenOut(world.reporter, world.plan.planId, world.transport)
})
afterAll(() => server.close())

const send = async (caller: Caller, parts: readonly ZipPart[]): Promise<string> =>
  sendFile(server, caller, '填报包.zip', await writeZip(parts))

const read = async (caller: Caller, parts: readonly ZipPart[]) => {
  const digest = await send(caller, parts)
  return { digest, reply: await caller.call(contract.readReportPack, { body: { digest } }) }
}

const preview = async (caller: Caller, parts: readonly ZipPart[]): Promise<Preview & { readonly digest: string }> => {
  const { digest, reply } = await read(caller, parts)
  expect(reply.statusCode, reply.body).toBe(200)
  return { digest, ...reply.json<Preview>() }
}

const take = (caller: Caller, { digest, shown }: { digest: string; shown: string }) =>
  caller.call(contract.takeReportPack, { body: { digest, shown } })

const firms =
  (value: string | undefined) =>
  (line: Line): Line => ({
    ...line,
    value: line.element === '新增入统企业数' ? value : undefined,
  })

const counts = async () => {
  const count = (table: 'evidence' | 'report_pack' | 'act' | 'draft') =>
    server.db
      .selectFrom(table)
      .select((one) => one.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
      .then(({ n }) => n)
  return [await count('evidence'), await count('report_pack'), await count('act'), await count('draft')]
}

describe('带出去', () => {
  it('一包里有填报表、编号文件夹、说明和标识；只列本单位待填的数据', async () => {
    const paths = pack.map(({ path }) => path)
    expect(paths.slice(0, 3)).toEqual(['填报说明.txt', '填报表.xlsx', '填报包标识（请勿改动）.json'])
    expect(paths.some((path) => path.startsWith('佐证材料/00-盖章原件扫描/'))).toBe(true)
    expect(folderNumbered(pack, '02')).toMatch(/^佐证材料\/02-.+-.+\/$/)
    const guide = Buffer.from(pack[0]?.bytes ?? []).toString('utf8')
    expect(guide.startsWith('\ufeff')).toBe(true)
    expect(guide).toContain('严禁处理、存储、传输涉密信息')
    expect(guide).toContain(`${world.plan.title}（第1版）`)
    const seen: Line[] = []
    await filledIn(pack, (line) => {
      seen.push(line)
      return line
    })
    expect(seen.map((line) => line.element).toSorted()).toEqual(['推进事项', '新增入统企业数'])
    expect(seen.find((line) => line.element === '新增入统企业数')?.folders).toBe('02')
  })

  it('别的单位的填报人、没有要填的方案，拿不到', async () => {
    const { planId } = world.plan
    const query = { unitId: world.transport }
    const other = await world.townReporter.call(contract.makeReportPack, { params: { planId }, query })
    expect(other.json().error.code).toBe('platform.notFound')
    const head = await world.unitHead.call(contract.makeReportPack, { params: { planId }, query })
    expect(head.statusCode).toBe(403)
    const plans = await world.reporter.call(contract.listReportPackPlans, {})
    expect(plans.json().rows).toMatchObject([{ planId, unitId: world.transport, figures: 2, due: '2025-01-10' }])
  })
})

describe('有错的一处也不收', () => {
  it('错在哪格、哪个文件，都指出来；同一张表标注后发还；什么也不存', async () => {
    const before = await counts()
    const wrong = await filledIn(pack, firms('十二'))
    const folder = folderNumbered(pack, '02')
    const found = await preview(world.reporter, [
      ...wrong,
      part(`${folder}名单.pdf`, 'not a pdf'),
      part(`${folder}空.txt`, ''),
    ])
    expect(found.faults).toMatchObject([
      { cell: expect.stringMatching(/^[A-Z]+3$|^[A-Z]+4$/), path: null, message: expect.stringContaining('十二') },
      { cell: null, path: `${folder}名单.pdf`, message: expect.stringContaining('后缀不符') },
      { cell: null, path: `${folder}空.txt`, message: expect.stringContaining('空文件') },
    ])
    const refused = await take(world.reporter, found)
    expect(refused.json().error).toMatchObject({ code: 'reportPack.faulty', params: { count: '3' } })
    expect(await counts()).toEqual(before)
    const marked = await world.reporter.call(contract.markReportPack, { body: { digest: found.digest } })
    expect(marked.statusCode).toBe(200)
    const { default: ExcelJS } = await import('exceljs')
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(marked.rawPayload as unknown as ArrayBuffer)
    const note = workbook.worksheets[0]?.getCell(found.faults[0]?.cell ?? '').note
    expect(JSON.stringify(note)).toContain('需修改')
  })

  const stamp = '填报包标识（请勿改动）.json'
  const without = (path: string) => pack.filter((one) => one.path !== path)
  it.each<[string, () => readonly ZipPart[], string]>([
    ['没有标识', () => without(stamp), 'reportPack.noStamp'],
    [
      '标识改过',
      () =>
        pack.map((one) =>
          one.path === stamp
            ? part(stamp, String(Buffer.from(one.bytes)).replace('"planNumber":1', '"planNumber":2'))
            : one,
        ),
      'reportPack.stampChanged',
    ],
    ['没有填报表', () => without('填报表.xlsx'), 'reportPack.noWorkbook'],
    [
      '两份填报表',
      () => [
        ...pack,
        ...pack.filter(({ path }) => path.endsWith('.xlsx')).map((one) => ({ ...one, path: '填报表(2).xlsx' })),
      ],
      'reportPack.manyWorkbooks',
    ],
    ['夹带程序', () => [...pack, part('佐证材料/看图.exe', 'x')], 'reportPack.program'],
    ['改名的程序', () => [...pack, part('佐证材料/照片.jpg', 'MZ\u0090')], 'reportPack.program'],
    ['带宏的文档', () => [...pack, part('佐证材料/报告.docm', 'PK')], 'reportPack.macros'],
    ['没有新内容', () => pack, 'reportPack.nothingNew'],
  ])('%s', async (_, make, code) => {
    const before = await counts()
    const { digest, reply } = await read(world.reporter, make())
    const answer = reply.statusCode === 200 ? await take(world.reporter, { digest, ...reply.json<Preview>() }) : reply
    expect(answer.json().error.code, answer.body).toBe(code)
    expect(answer.json().error.message).toMatch(/。$/)
    expect(await counts()).toEqual(before)
  })

  it('填报表带宏，从表里查出来', async () => {
    const { withParts } = await import('@quanheng/papers/testing/odd-zips')
    const workbook = pack.find(({ path }) => path.endsWith('.xlsx'))
    const bytes = await withParts(workbook?.bytes ?? new Uint8Array(), { 'xl/vbaProject.bin': 'macro' })
    const { reply } = await read(world.reporter, [...without('填报表.xlsx'), { path: '填报表.xlsx', bytes }])
    expect(reply.json().error.code).toBe('reportPack.macros')
  })

  it('别的单位的包、别人上传的包、不是包的文件', async () => {
    const full = await filledIn(pack, firms('12'))
    expect((await read(world.townReporter, full)).reply.json().error.code).toBe('reportPack.notMine')
    const digest = await send(world.reporter, await filledIn(pack, firms('77')))
    const stolen = await world.townReporter.call(contract.readReportPack, { body: { digest } })
    expect(stolen.json().error.code).toBe('upload.notFound')
    const text = await sendFile(server, world.reporter, '填报包.zip', Buffer.from('hello'))
    const reply = await world.reporter.call(contract.readReportPack, { body: { digest: text } })
    expect(reply.json().error.code).toBe('zip.damaged')
  })
})

describe('收回', () => {
  it('核对后变动的不收；收回的是草稿，不报送；材料归到对应的清单项；回执写明各文件摘要', async () => {
    const folder = folderNumbered(pack, '02')
    const filled = [
      ...(await filledIn(pack, firms('１２'))),
      part(`${folder}入库名单.txt`, '名单'),
      part(`${folder}副本/入库名单.txt`, '名单'),
      part('佐证材料/00-盖章原件扫描/盖章.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1])),
      part('其他/会议照片.txt', '照片'),
    ].map((one) => ({ ...one, path: `交通局填报/${one.path}` }))
    const found = await preview(world.reporter, filled)
    expect(found).toMatchObject({
      planNumber: 1,
      figures: [{ elementName: '新增入统企业数', text: '12', before: null, typed: null }],
      originals: [{ name: '盖章.png' }],
      left: ['其他/会议照片.txt'],
      faults: [],
    })
    expect(found.lines[1]).toMatchObject({
      number: '02',
      attached: 0,
      files: [
        { name: '入库名单.txt', known: false },
        { name: '入库名单.txt', known: true },
      ],
    })
    const other = await take(world.reporter, { ...found, shown: '0'.repeat(64) })
    expect(other.json().error.code).toBe('reportPack.changed')
    const draft = {
      [await world.datumId('steps', world.transport)]: {
        text: '召开会议',
        release: 'final',
        asOf: '2024-12-31',
        reason: '',
        lateReason: '',
      },
    }
    await server.db
      .insertInto('draft')
      .values({
        person_id: world.reporter.personId,
        key: data.figureDraft,
        body: JSON.stringify(draft),
        saved_at: new Date(),
      })
      .execute()
    const taken = await take(world.reporter, found)
    expect(taken.statusCode, taken.body).toBe(200)
    expect(taken.json()).toMatchObject({ figures: 1, files: 1 })

    const datumId = await world.datumId('newFirmCount', world.transport)
    const kept = await world.reporter.call(readDraft, { params: { key: data.figureDraft } })
    expect(kept.json().draft.body).toMatchObject({ ...draft, [datumId]: { text: '12', asOf: '2024-12-31' } })
    const datum = await server.db
      .selectFrom('datum')
      .select('state')
      .where('id', '=', datumId)
      .executeTakeFirstOrThrow()
    expect(datum.state).toBe('notReported')
    const evidence = await server.db.selectFrom('evidence').selectAll().execute()
    expect(evidence).toMatchObject([{ name: '入库名单.txt', requirement_key: 'list', datum_id: datumId }])

    const packId = taken.json<{ id: string }>().id
    const acts = await server.db
      .selectFrom('act')
      .select(['action', 'subjects'])
      .orderBy('seq', 'desc')
      .limit(1)
      .execute()
    expect(acts).toMatchObject([{ action: 'reportPack.take', subjects: expect.arrayContaining([packId, datumId]) }])
    const reply = await world.unitHead.call(contract.reportPackReceipt, { params: { packId } })
    const paper = textOf((await openDocx(reply.rawPayload)).document)
    expect(paper).toContain('填报包回执')
    expect(paper).toContain('12；最终数，截至2024年12月31日')
    expect(paper).toContain((evidence[0]?.sha256.match(/.{8}/g) ?? []).join(' '))
    expect(paper).toContain('其他/会议照片.txt')
    const packed = await server.db
      .selectFrom('report_pack')
      .select('file')
      .where('id', '=', packId)
      .executeTakeFirstOrThrow()
    await figuresHeld('reportPackReceipt', reply.rawPayload, {
      rows: [['12', '2024年12月31日']],
      from: [
        await server.db.selectFrom('report_pack').selectAll().where('id', '=', packId).execute(),
        await server.db.selectFrom('plan_version').selectAll().where('plan_id', '=', world.plan.planId).execute(),
        evidence,
        `${Math.ceil(packed.file.size / 1024)} KB`,
      ],
    })
  })

  it('本单位负责人看得到收回的包和盖章原件，别的单位看不到', async () => {
    const { rows, total } = (await world.unitHead.call(contract.listReportPacks, {})).json<
      ReplyOf<typeof contract.listReportPacks>
    >()
    expect(total).toBe(1)
    const [one] = rows
    expect(one).toMatchObject({ figures: 1, evidence: 1, left: ['其他/会议照片.txt'] })
    const params = { packId: one?.id ?? '', fileDigest: one?.originals[0]?.digest ?? '' }
    const scan = await world.unitHead.call(contract.reportPackOriginal, { params })
    expect(scan.headers['content-type']).toContain('image/png')
    expect((await world.townReporter.call(contract.listReportPacks, {})).json().total).toBe(0)
    expect((await world.townReporter.call(contract.reportPackOriginal, { params })).statusCode).toBe(404)
    expect((await world.townReporter.call(contract.reportPackReceipt, { params })).statusCode).toBe(404)
  })

  it('再收一次没有新内容；草稿报送后由负责人确认，所收材料随数据引用', async () => {
    const same = await filledIn(pack, firms(undefined))
    const again = await preview(world.reporter, [...same, part(`${folderNumbered(pack, '02')}名单.txt`, '名单')])
    expect(again.lines[1]?.files).toMatchObject([{ known: true }])
    expect((await take(world.reporter, again)).json().error.code).toBe('reportPack.nothingNew')
    const datumId = await world.datumId('newFirmCount', world.transport)
    const sent = await reportOne(world.reporter, datumId, 1, quantity('12'))
    expect(sent.statusCode, sent.body).toBe(200)
    const shown = await world.unitHead.call(data.showDatum, { params: { datumId } })
    expect(shown.json().versions[0].evidenceIds).toHaveLength(1)
  })

  it('核对之后数据已由别人报送的，不覆盖', async () => {
    const late = await filledIn(pack, firms('13'))
    const found = await preview(world.reporter, late)
    expect(found.faults).toMatchObject([{ message: expect.stringContaining('重新下载') }])
  })

  it('方案出了新版，旧包作废', async () => {
    const other = await takenOut(world.townReporter, world.plan.planId, world.town)
    await issueContent(server, collectionContent(world), { planId: world.plan.planId })
    const { reply } = await read(world.townReporter, other)
    expect(reply.json().error).toMatchObject({ code: 'reportPack.otherVersion', params: { made: '1', current: '2' } })
  })
})
