import * as contract from '@quanheng/contract/organisation'
import * as tables from '@quanheng/contract/organisation-table'
import * as view from '@quanheng/contract/organisation-view'
import type { ReplyOf, Route } from '@quanheng/contract/route'
import { putFile } from '@quanheng/contract/upload'
import { encodeGb18030 } from '@quanheng/papers/csv/gb18030'
import type { TableValues } from '@quanheng/papers/xlsx/model'
import { readTable } from '@quanheng/papers/xlsx/read-table'
import { writeTable } from '@quanheng/papers/xlsx/write-table'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  seedSection,
  seedUnit,
  signedIn,
  startTestServer,
  type TestServer,
} from '../../../platform/testing/test-server.ts'
import { allRoutes } from '../../index.ts'
import { forms, type OrganisationTable } from './columns.ts'

let server: TestServer
let office: Caller
let security: Caller
let body: string

beforeAll(async () => {
  server = await startTestServer(allRoutes)
  body = await seedUnit(server.db, '云岭市绩效办')
  office = await signedIn(server, [{ kind: 'officeStaff', unitId: body }], '甲工')
  security = await signedIn(server, [{ kind: 'securityAdmin', unitId: body }], '乙安')
})
afterAll(() => server.close())

const send = async (caller: Caller, bytes: Uint8Array, name = '登记表.xlsx'): Promise<string> => {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
  const reply = await caller.call(putFile, { body: Buffer.from(bytes), headers })
  expect(reply.statusCode, reply.body).toBe(200)
  return reply.json<{ digest: string }>().digest
}

const filled = (table: OrganisationTable, rows: readonly TableValues[]): Promise<Uint8Array> => {
  const { title, mark, columns, example } = forms[table]
  return writeTable({ title, columns, rows, template: { ...mark, example } })
}

const routesOf = (table: OrganisationTable) =>
  table === 'units' || table === 'sections'
    ? { caller: office, check: tables.checkUnitTable, mark: tables.markUnitTable, run: tables.importUnitTable }
    : { caller: security, check: tables.checkPeopleTable, mark: tables.markPeopleTable, run: tables.importPeopleTable }

const ask = async (table: OrganisationTable, what: 'check' | 'mark' | 'run', rows: readonly TableValues[]) => {
  const routes = routesOf(table)
  const digest = await send(routes.caller, await filled(table, rows))
  const route: Route = routes[what]
  return routes.caller.call(route, { params: { table }, body: { digest } })
}
const check = async (table: OrganisationTable, rows: readonly TableValues[]) =>
  (await ask(table, 'check', rows)).json<ReplyOf<typeof tables.checkUnitTable>>()
const codes = async (table: OrganisationTable, rows: readonly TableValues[]) =>
  (await check(table, rows)).faults.map((fault) => [fault.cell, fault.code])

const countOf = async (table: 'unit' | 'section' | 'person' | 'post' | 'act') => {
  const { count } = await server.db
    .selectFrom(table)
    .select((all) => all.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

describe('CSV', () => {
  it('模板可下载为 CSV，GB 18030 填好即可登记', async () => {
    const params = { table: 'units' } as const
    const template = await office.call(tables.unitTemplate, { params, query: { format: 'gb18030' } })
    expect(template.headers['content-type']).toBe('text/csv; charset=gb18030')
    const head = new TextDecoder('gb18030').decode(template.rawPayload)
    expect(head).toBe('权衡表,单位登记表,1\r\n*单位全称,简称,别名,排序号\r\n')
    const bytes = encodeGb18030(`${head}云岭市䶮湖管理局,䶮湖局,,7\r\n`)
    const digest = await send(office, bytes, '单位.csv')
    const reply = await office.call(tables.importUnitTable, { params, body: { digest } })
    expect(reply.json(), reply.body).toEqual({ count: 1 })
    const unit = await server.db.selectFrom('unit').selectAll().where('short_name', '=', '䶮湖局').executeTakeFirst()
    expect(unit).toMatchObject({ name: '云岭市䶮湖管理局', sort_code: 7 })
  })

  it('有错的 CSV 退回为标注了错误的工作簿，逐格对应', async () => {
    const params = { table: 'units' } as const
    const bytes = Buffer.from('单位全称,简称,别名,排序号\r\n云岭市绩效办,,,\r\n=1+1局,,,一\r\n')
    const digest = await send(office, bytes, '单位.csv')
    const checked = (await office.call(tables.checkUnitTable, { params, body: { digest } })).json<
      ReplyOf<typeof tables.checkUnitTable>
    >()
    expect(checked.faults.map(({ cell, code }) => [cell, code])).toEqual([
      ['A2', 'unit.nameTaken'],
      ['D3', 'organisation.notOrder'],
    ])
    const marked = await office.call(tables.markUnitTable, { params, body: { digest } })
    expect(decodeURIComponent(String(marked.headers['content-disposition']))).toContain('需修改-单位.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(marked.rawPayload as never)
    const [sheet] = book.worksheets
    expect(sheet?.getCell('D3').note).toContain('需修改')
    expect(sheet?.getCell('A3').value).toBe('=1+1局')
  })

  it('编码损坏时说明第几行第几列，一行也不登记', async () => {
    const params = { table: 'units' } as const
    const bytes = Buffer.concat([
      Buffer.from('单位全称,简称,别名,排序号\n云岭市某某局,某某'),
      Buffer.from([0xff]),
      Buffer.from(',,\n'),
    ])
    const digest = await send(office, bytes, '单位.csv')
    const reply = await office.call(tables.checkUnitTable, { params, body: { digest } })
    expect(reply.json<ReplyOf<typeof tables.checkUnitTable>>().faults).toEqual([
      { cell: 'B2', code: 'table.badBytes', params: { row: '2', place: '2', encoding: 'UTF-8' } },
    ])
  })

  it('导出的 CSV 与工作簿内容一致，公式不起作用', async () => {
    const created = await office.call(contract.createUnit, {
      body: { name: "=cmd|'/C calc'!A0", shortName: '公式局', aliases: [], sortCode: 99 },
    })
    expect(created.statusCode, created.body).toBe(200)
    const csv = await office.call(view.exportUnits, { query: { q: '公式局', format: 'csv' } })
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(csv.rawPayload.toString('utf8')).toMatch(/^\ufeff序号,.*\r\n1,'=cmd\|'\/C calc'!A0,公式局,/)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await office.call(view.exportUnits, { query: { q: '公式局' } })).rawPayload as never)
    const said = Object.fromEntries(
      (book.getWorksheet('说明')?.getSheetValues() ?? []).flatMap((row) =>
        Array.isArray(row) ? [[row[1], row[2]]] : [],
      ),
    )
    const { total } = (await office.call(contract.listUnits)).json<ReplyOf<typeof contract.listUnits>>()
    expect(said).toMatchObject({ 筛选条件: '名称：公式局', 行数: '1行', 未列出: `不符合筛选条件的${total - 1}行` })
    expect(said.导出人).toBe('甲工（云岭市绩效办）')
  })
})

describe('单位科室批量登记', () => {
  it('模板带必填标记、填写说明，填好即可登记', async () => {
    const template = await office.call(tables.unitTemplate, { params: { table: 'units' } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(template.rawPayload as never)
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['单位登记表', '填写说明', '_quanheng'])
    book.getWorksheet('单位登记表')?.getCell('A3')
    const sheet = book.getWorksheet('单位登记表')
    if (sheet) {
      sheet.getCell('A3').value = '云岭市㛃山管理局'
      sheet.getCell('B3').value = '㛃山局'
      sheet.getCell('D3').value = '１２'
    }
    const digest = await send(office, new Uint8Array(await book.xlsx.writeBuffer()))
    const before = await countOf('act')
    const reply = await office.call(tables.importUnitTable, { params: { table: 'units' }, body: { digest } })
    expect(reply.json(), reply.body).toEqual({ count: 1 })
    expect(await countOf('act')).toBe(before + 1)
    const unit = await server.db.selectFrom('unit').selectAll().where('short_name', '=', '㛃山局').executeTakeFirst()
    expect(unit).toMatchObject({ name: '云岭市㛃山管理局', sort_code: 12, state: 'active' })
  })

  it('有一处错误就一行也不登记，并逐格说明', async () => {
    const rows = [
      { name: '云岭市财政局' },
      { name: '云岭市绩效办', sortCode: '一' },
      { name: '云岭市财政局', shortName: '长'.repeat(41) },
    ]
    expect(await codes('units', rows)).toEqual([
      ['D4', 'organisation.notOrder'],
      ['A4', 'unit.nameTaken'],
      ['B5', 'organisation.tooLong'],
      ['A5', 'organisation.twice'],
    ])
    const before = await countOf('unit')
    const refused = await ask('units', 'run', rows)
    expect(refused.json().error).toMatchObject({ code: 'organisation.tableFaults', params: { count: '4' } })
    expect(await countOf('unit')).toBe(before)
  })

  it('读不出的格和读得出却不成立的格一次说全，也都不能登记', async () => {
    const rows = [{ shortName: '无名局' }, { name: '云岭市绩效办' }, { name: '云岭市无此局', sortCode: '１０％' }]
    expect(await codes('units', rows)).toEqual([
      ['A3', 'table.required'],
      ['A4', 'unit.nameTaken'],
      ['D5', 'organisation.notOrder'],
    ])
    const before = await countOf('unit')
    const refused = await ask('units', 'run', rows)
    expect(refused.json().error).toMatchObject({ code: 'organisation.tableFaults', params: { count: '3' } })
    expect(await countOf('unit')).toBe(before)
  })

  it('标注后的还是原来那本表，改好可再上传', async () => {
    const marked = await ask('units', 'mark', [{ name: '云岭市绩效办' }, { name: '云岭市审计局', aliases: '审计局' }])
    expect(decodeURIComponent(String(marked.headers['content-disposition']))).toContain('需修改-登记表.xlsx')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(marked.rawPayload as never)
    const sheet = book.getWorksheet('单位登记表')
    expect(JSON.stringify(sheet?.getCell('A3').note)).toContain('已有名为“云岭市绩效办”的单位')
    expect(sheet?.getCell('C4').text).toBe('审计局')
    const read = await readTable(marked.rawPayload, forms.units.columns, { template: forms.units.mark })
    expect(read.ok).toBe(true)
  })

  it('科室按单位全称、简称或别名找单位', async () => {
    await office.call(contract.createUnit, {
      body: { name: '云岭市水利局', shortName: '市水利局', aliases: ['水利局'], sortCode: 1 },
    })
    const rows = [
      { unit: '水利局', name: '规划科' },
      { unit: '云岭市水利局', name: '规划科' },
      { unit: '无此局', name: '规划科' },
    ]
    expect(await codes('sections', rows)).toEqual([
      ['B4', 'organisation.twice'],
      ['A5', 'organisation.unitUnknown'],
    ])
    expect((await ask('sections', 'run', rows.slice(0, 1))).json()).toEqual({ count: 1 })
  })

  it('表里像公式的文字只是文字', async () => {
    expect((await ask('units', 'run', [{ name: '=cmd|calc' }])).json()).toEqual({ count: 1 })
    const file = await office.call(view.exportUnits, { query: { q: 'cmd' } })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(file.rawPayload as never)
    expect(book.worksheets[0]?.getCell('B3').formula).toBeFalsy()
    expect(book.worksheets[0]?.getCell('B3').text).toBe('=cmd|calc')
  })

  it('同一张表双击只登记一次', async () => {
    const digest = await send(office, await filled('units', [{ name: '云岭市双击局' }]))
    const call = () =>
      office.call(tables.importUnitTable, { params: { table: 'units' }, body: { digest }, key: 'one-and-the-same' })
    const replies = await Promise.all([call(), call()])
    expect(replies.map((reply) => reply.body)).toEqual(['{"count":1}', '{"count":1}'])
    const again = await office.call(tables.importUnitTable, { params: { table: 'units' }, body: { digest } })
    expect(again.json().error.code).toBe('organisation.tableFaults')
  })
})

describe('人员任职批量登记', () => {
  const people = (login: string) => ({ name: '𠮷某', login, phone: '0000-5550111' })

  it('登录名用过的、表内重复的都指明', async () => {
    expect((await ask('people', 'run', [people('批量.甲'), people('批量.乙')])).json()).toEqual({ count: 2 })
    expect(await codes('people', [people('批量.甲'), people('批量.丙'), people('批量.丙')])).toEqual([
      ['B3', 'account.loginTaken'],
      ['B5', 'organisation.twice'],
    ])
  })

  it('任职逐行核对人员、职务、单位、科室、日期与三员分立', async () => {
    await seedSection(server.db, body, '综合科')
    await ask('people', 'run', [people('任职.甲'), people('任职.乙')])
    const post = { login: '任职.甲', kind: '经办人', unit: '云岭市绩效办', section: '综合科', from: '2025-01-01' }
    expect(
      await codes('posts', [
        post,
        { ...post, login: '任职.乙', kind: '审计管理员', section: undefined },
        { ...post, kind: '系统管理员', section: undefined },
        { ...post, login: '任职.乙', kind: '安全管理员', section: undefined },
        { ...post, section: undefined },
        { ...post, login: '没有.此人' },
        { ...post, name: '别人', section: '无此科' },
        { ...post, from: '2025-02-01', to: '2025-01-01' },
      ]),
    ).toEqual([
      ['C5', 'post.administratorHasBusiness'],
      ['C6', 'post.administratorHoldsAnother'],
      ['E7', 'post.sectionNeeded'],
      ['A8', 'organisation.loginUnknown'],
      ['B9', 'organisation.otherName'],
      ['E9', 'organisation.sectionUnknown'],
      ['I10', 'post.periodBackwards'],
    ])
    expect((await ask('posts', 'run', [post])).json()).toEqual({ count: 1 })
    expect(await codes('posts', [post])).toEqual([['H3', 'post.heldTwice']])
  })

  it('导出含任职的人员表', async () => {
    const file = await security.call(view.exportPeople, { query: { q: '任职.甲' } })
    const read = await readTable(file.rawPayload, [
      { key: 'login', header: '登录名', width: 1, kind: 'text' },
      { key: 'post', header: '职务', width: 1, kind: 'text' },
    ])
    expect(read.ok && read.value.rows.map((row) => row.cells.post?.text)).toEqual(['经办人'])
  })

  it('绩效办不能登记人员表，安全管理员不能登记单位表', async () => {
    const digest = '0'.repeat(64)
    const wrong = await office.call(tables.importPeopleTable, { params: { table: 'people' }, body: { digest } })
    expect(wrong.statusCode).toBe(403)
    expect((await security.call(tables.unitTemplate, { params: { table: 'units' } })).statusCode).toBe(403)
    expect((await office.call(contract.listPeople)).statusCode).toBe(403)
  })

  it('他人上传的文件不能拿来登记', async () => {
    const digest = await send(office, await filled('people', [people('借用.甲')]))
    const reply = await security.call(tables.checkPeopleTable, { params: { table: 'people' }, body: { digest } })
    expect(reply.json().error.code).toBe('upload.notFound')
  })
})

describe('坏文件', () => {
  const bad = async (bytes: Uint8Array) => {
    const digest = await send(office, bytes)
    const reply = await office.call(tables.checkUnitTable, { params: { table: 'units' }, body: { digest } })
    return reply.json<ReplyOf<typeof tables.checkUnitTable>>()
  }

  it('不是表、截断的表、别的模板都说清楚，也都不能登记', async () => {
    const whole = await filled('units', [{ name: '云岭市截断局' }])
    expect((await bad(Buffer.from('不是表'))).faults[0]?.code).toBe('table.notXlsx')
    expect((await bad(whole.subarray(0, whole.length / 2))).faults[0]?.code).toBe('table.damaged')
    expect((await bad(await filled('sections', [{ unit: '甲', name: '乙' }]))).faults[0]?.code).toBe(
      'table.otherTemplate',
    )
    expect((await bad(await filled('units', []))).faults[0]?.code).toBe('table.noRows')
    const digest = await send(office, whole.subarray(0, whole.length / 2))
    const run = await office.call(tables.importUnitTable, { params: { table: 'units' }, body: { digest } })
    expect(run.json().error.code).toBe('organisation.tableFaults')
  })
})

describe('三员', () => {
  it('说明还缺哪一类管理员', async () => {
    const { rows } = (await security.call(view.administrators)).json<ReplyOf<typeof view.administrators>>()
    expect(rows.map((row) => [row.kind, row.holders.map((holder) => holder.name)])).toEqual([
      ['systemAdmin', []],
      ['securityAdmin', ['乙安']],
      ['auditAdmin', []],
    ])
    expect((await office.call(view.administrators)).statusCode).toBe(403)
  })
})
