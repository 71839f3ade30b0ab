import { Buffer } from 'node:buffer'
import { randomBytes, randomUUID } from 'node:crypto'
import * as contract from '@quanheng/contract/office-template'
import * as totals from '@quanheng/contract/totals-decision'
import { figureAt } from '@quanheng/domain/result/run-figures'
import { sampleTemplate } from '@quanheng/papers/template/sample-template'
import { lyingAbout, withParts } from '@quanheng/papers/testing/odd-zips'
import { openDocx } from '@quanheng/papers/testing/open-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, startTestServer, type TestServer } from '../../../platform/testing/test-server.ts'
import { lockedYear } from '../../archive/testing/archive-world.ts'
import { allRoutes } from '../../index.ts'
import { issuedPlan } from '../../plan/index.ts'
import { frozenRun } from '../../result/index.ts'
import { codeOf, done, upload } from '../../result/testing/result-world.ts'

let server: TestServer
let world: Awaited<ReturnType<typeof lockedYear>>
beforeAll(async () => {
  server = await startTestServer(allRoutes, { now: '2025-01-20T10:00:00+08:00' })
  world = await lockedYear(server, '模')
})
afterAll(() => server.close())

/** A file that this person has sent. */
const sent = async (bytes: Uint8Array, caller: Caller = world.staff, name = '本办模板.docx'): Promise<string> => {
  const stored = await server.platform.files.put(
    (async function* () {
      yield bytes
    })(),
    bytes.length + 1,
  )
  if (!stored.ok) throw new Error(stored.error.code)
  const { sha256, sm3, size } = stored.value
  const row = { id: randomUUID(), person_id: caller.personId, name, media_type: 'application/zip', size, sha256, sm3 }
  await server.db
    .insertInto('upload')
    .values({ ...row, received_at: server.platform.clock.now() })
    .execute()
  return sha256
}

type Kind = Parameters<typeof sampleTemplate>[0]
const sampleOf = (kind: Kind, change: (xml: string) => string = (xml) => xml) =>
  sampleTemplate(kind).then((bytes) => withParts(bytes, { 'word/document.xml': change }))

const adding = async (templateKind: Kind, bytes: Uint8Array, more: { name?: string; by?: Caller } = {}) => {
  const { name = `${templateKind}模板`, by = world.staff } = more
  const digest = await sent(bytes, by)
  return by.call(contract.addOfficeTemplate, { body: { templateKind, name, digest } })
}

const added = async (kind: Kind, bytes: Uint8Array, name?: string): Promise<string> => {
  const reply = await adding(kind, bytes, name === undefined ? {} : { name })
  expect(reply.statusCode, reply.body).toBe(200)
  return (reply.json() as { officeTemplateId: string }).officeTemplateId
}

const messageOf = (reply: { readonly json: () => { error: { message: string } } }) => reply.json().error.message
const rowOf = async (id: string) => {
  const { rows } = await done(world.staff, contract.listOfficeTemplates, {})
  const row = rows.find((one) => one.id === id)
  if (row === undefined) throw new Error('a template of the office')
  return row
}

describe('uploading a template', () => {
  it('keeps the file as it came, with its tags; the same name is not taken twice', async () => {
    const bytes = await sampleTemplate('deductionLetter')
    const id = await added('deductionLetter', bytes, '告知书')
    expect(await rowOf(id)).toMatchObject({ name: '告知书', active: true, version: 1, versions: [{ number: 1 }] })
    const file = await world.staff.call(contract.officeTemplateFile, { params: { officeTemplateId: id }, query: {} })
    expect(Buffer.compare(file.rawPayload, Buffer.from(bytes))).toBe(0)
    expect(codeOf(await adding('deductionLetter', bytes, { name: ' 告知书 ' }))).toBe('officeTemplate.nameTaken')
  })

  it.each([
    [
      'a tag that is none',
      'officeTemplate.unknownTag',
      '“{总得分}”',
      (xml: string) => xml.replace('{总分}', '{总得分}'),
    ],
    [
      'a list without its end',
      'officeTemplate.unclosed',
      '“{#扣分事项}”',
      (xml: string) => xml.replace(/\{\/扣分事项\}(?![\s\S]*\{\/扣分事项\})/, ''),
    ],
    ['a figure typed over', 'officeTemplate.typedFigure', '“98.5”', (xml: string) => xml.replace('{总分}', '98.5')],
  ])('%s is told with tag and paragraph, in the check and when it is added', async (_, code, tag, change) => {
    const digest = await sent(await sampleOf('deductionLetter', change))
    const check = await done(world.staff, contract.checkOfficeTemplate, {
      body: { templateKind: 'deductionLetter', digest },
    })
    expect(check.faults[0]).toMatchObject({ code })
    expect(check.faults[0]?.message).toContain(tag)
    expect(check.faults[0]?.message).toMatch(/正文第\d+段/)
    const body = { templateKind: 'deductionLetter', name: '有误', digest } as const
    const reply = await world.staff.call(contract.addOfficeTemplate, { body })
    expect(codeOf(reply)).toBe(code)
    expect(messageOf(reply)).toBe(check.faults[0]?.message)
  })

  it('a list that ends outside its table row is told where', async () => {
    const bytes = await sampleOf('deductionLetter', (xml) =>
      xml
        .replace(/\{\/扣分事项\}(?=[^{]*<\/w:tbl>)/, '')
        .replace('</w:tbl>', '</w:tbl><w:p><w:r><w:t>{/扣分事项}</w:t></w:r></w:p>'),
    )
    const reply = await adding('deductionLetter', bytes, { name: '跨表' })
    expect(codeOf(reply)).toBe('officeTemplate.apart')
    expect(messageOf(reply)).toContain('跨了表格行')
  })

  it.each([
    [
      'a bomb',
      'officeTemplate.tooMuchText',
      async () => withParts(await sampleTemplate('pledge'), { 'word/media/a.bin': '0'.repeat(40_000_000) }),
    ],
    [
      'a zip that lies about its size',
      'officeTemplate.damaged',
      async () =>
        lyingAbout(
          await withParts(await sampleTemplate('pledge'), { 'word/a.xml': randomBytes(49_996).toString('hex') }),
          99_992,
          70_000,
        ),
    ],
    [
      'macros',
      'officeTemplate.macros',
      async () => withParts(await sampleTemplate('pledge'), { 'word/vbaProject.bin': 'x' }),
    ],
    ['a file that is cut', 'officeTemplate.damaged', async () => (await sampleTemplate('pledge')).slice(0, 900)],
    [
      'a password',
      'officeTemplate.encrypted',
      async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    [
      'an older format',
      'officeTemplate.notDocx',
      async () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('WordDocument', 'utf16le')]),
    ],
    ['a text', 'officeTemplate.notDocx', async () => Buffer.from('不是模板')],
    [
      'another zip',
      'officeTemplate.notDocx',
      async () => withParts(await sampleTemplate('pledge'), { 'word/document.xml': undefined }),
    ],
  ])('%s is refused in words', async (_, code, bytes) => {
    const reply = await adding('pledge', await bytes(), { name: '坏文件' })
    expect(codeOf(reply)).toBe(code)
    expect(messageOf(reply)).toMatch(/请/)
  })

  it("somebody else's file is not there; another unit neither sees nor changes the template", async () => {
    const digest = await sent(await sampleTemplate('pledge'), world.director)
    const body = { templateKind: 'pledge', name: '他人', digest } as const
    expect(codeOf(await world.staff.call(contract.addOfficeTemplate, { body }))).toBe('upload.notFound')
    const id = await added('pledge', await sampleTemplate('pledge'), '责任书')
    const params = { officeTemplateId: id }
    for (const reply of [
      await world.outsider.call(contract.officeTemplateFile, { params, query: {} }),
      await world.outsider.call(contract.previewOfficeTemplate, { params, query: { planId: world.year.planId } }),
      await world.outsider.call(contract.changeOfficeTemplate, {
        params,
        body: { version: 1, name: '改', active: true },
      }),
    ])
      expect([403, 404]).toContain(reply.statusCode)
  })
})

describe('versions', () => {
  it('a new file is the next version, the first stays; a retired template makes nothing', async () => {
    const id = await added('pledge', await sampleTemplate('pledge'), '换版')
    const params = { officeTemplateId: id }
    const same = await sent(await sampleTemplate('pledge'))
    const next = await sent(await sampleOf('pledge', (xml) => xml.replace('目标责任书', '责任状')))
    const revise = (digest: string, version = 1) =>
      world.staff.call(contract.reviseOfficeTemplate, { params, body: { version, digest } })
    expect(codeOf(await revise(same))).toBe('officeTemplate.sameFile')
    expect((await revise(next)).statusCode).toBe(200)
    expect(codeOf(await revise(next))).toBe('platform.stale')
    expect((await rowOf(id)).versions.map(({ number }) => number)).toEqual([2, 1])
    const first = await world.staff.call(contract.officeTemplateFile, { params, query: { number: '1' } })
    expect((await openDocx(first.rawPayload)).text).toContain('目标责任书')
    await done(world.staff, contract.changeOfficeTemplate, {
      params,
      body: { version: 2, name: '换版', active: false },
    })
    expect(codeOf(await revise(same, 3))).toBe('officeTemplate.retired')
    const preview = { params, query: { planId: world.year.planId, unitId: world.town } }
    expect(codeOf(await world.staff.call(contract.previewOfficeTemplate, preview))).toBe('officeTemplate.retired')
  })
})

const totalsRun = async () => {
  const frozen = await frozenRun(server.db, world.totalsId)
  if (frozen === undefined) throw new Error('locked totals')
  return frozen
}

describe('papers from templates', () => {
  it('a letter on lost points shows the figures of the locked version, row by row', async () => {
    const id = await added('deductionLetter', await sampleTemplate('deductionLetter'), '数据')
    const { run } = await totalsRun()
    const asked = { params: { officeTemplateId: id }, query: { planId: world.year.planId, unitId: world.town } }
    const reply = await world.director.call(contract.previewOfficeTemplate, asked)
    expect(reply.statusCode, reply.body).toBe(200)
    const { text } = await openDocx(reply.rawPayload)
    const place = run.totals?.units.findIndex(({ unitId }) => unitId === world.town) ?? -1
    expect(text).toContain(`总分${figureAt(run, `totals.units[${place}].total`)}分`)
    for (const [at, leaf] of run.leaves.entries()) {
      const row = leaf.unitIds.indexOf(world.town)
      const lost = figureAt(run, `leaves[${at}].rows[${row}].lost`)
      if (row >= 0 && lost !== undefined && Number(lost) !== 0) expect(text).toContain(leaf.name)
    }
    expect(text).not.toMatch(/[{}]/)
    expect(
      codeOf(
        await world.director.call(contract.previewOfficeTemplate, { ...asked, query: { planId: world.year.planId } }),
      ),
    ).toBe('officeTemplate.unitMissing')
    expect(codeOf(await world.staff.call(contract.previewOfficeTemplate, asked))).toBe('result.hidden')
  })

  it('no paper is made of totals that nobody decided; nothing is kept', async () => {
    const [row] = (await done(world.director, contract.listOfficeTemplates, {})).rows.filter(
      ({ name }) => name === '数据',
    )
    const asked = {
      params: { officeTemplateId: row?.id ?? '' },
      body: { planId: world.year.planId, unitId: world.town },
    }
    expect(codeOf(await world.director.call(contract.fillOfficeTemplate, asked))).toBe('officialPaper.notDecided')
    expect(await server.db.selectFrom('template_paper').select('id').execute()).toEqual([])
  })

  it('a circular with everybody’s scores needs a plan that opens them', async () => {
    const scores = '<w:p><w:r><w:t>{#单位得分}{单位名称}{总分}；{/单位得分}</w:t></w:r></w:p>'
    const bytes = await sampleOf('resultCircular', (xml) => xml.replace('<w:body>', `<w:body>${scores}`))
    const id = await added('resultCircular', bytes, '含得分')
    const asked = { params: { officeTemplateId: id }, query: { planId: world.year.planId } }
    const reply = await world.director.call(contract.previewOfficeTemplate, asked)
    expect(codeOf(reply)).toBe('officeTemplate.notOpened')
    expect(messageOf(reply)).toContain('单位得分')
    const leadPlan = { ...asked, query: { planId: world.planId } }
    expect(codeOf(await world.director.call(contract.previewOfficeTemplate, leadPlan))).toBe('officeTemplate.notTotals')
  })

  it('once decided it is made and kept, with template, version and source; its file stays byte for byte', async () => {
    const params = { resultId: world.totalsId }
    const scanDigest = await upload(server, world.staff, '会议纪要.pdf')
    const said = { body: '领导小组会议', decidedOn: '2025-01-19', text: '同意考评结果。', outcome: 'approved' } as const
    const { decisionId } = await done(world.staff, totals.recordTotalsDecision, {
      params,
      body: { ...said, scanDigest },
    })
    await done(world.colleague, totals.confirmTotalsDecision, { params: { ...params, decisionId } })
    const id = await added('resultCircular', await sampleTemplate('resultCircular'), '通报')
    const { run, result } = await totalsRun()
    const { templatePaperId } = await done(world.director, contract.fillOfficeTemplate, {
      params: { officeTemplateId: id },
      body: { planId: world.year.planId, unitId: null },
    })
    const paper = await server.db
      .selectFrom('template_paper')
      .selectAll()
      .where('id', '=', templatePaperId)
      .executeTakeFirstOrThrow()
    expect(paper).toMatchObject({ template_id: id, template_number: 1, source_digest: result.runDigest, unit_id: null })
    const file = await world.director.call(contract.templatePaperFile, { params: { templatePaperId } })
    const { text } = await openDocx(file.rawPayload)
    expect(text).toContain(`共考评${figureAt(run, 'count.units')}个单位`)
    for (const { grade } of run.totals?.grades?.proposals ?? []) expect(text).toContain(`${grade}等次`)
    expect(
      (await world.outsider.call(contract.templatePaperFile, { params: { templatePaperId } })).statusCode,
    ).not.toBe(200)
    const { rows } = await done(world.director, contract.listTemplatePapers, { query: { planId: world.year.planId } })
    expect(rows).toMatchObject([{ id: templatePaperId, templateName: '通报', templateNumber: 1, unitName: null }])
    expect(
      (await done(world.outsider, contract.listTemplatePapers, { query: { planId: world.year.planId } })).rows,
    ).toEqual([])
  })

  it('a pledge shows target and marks of every task of the unit', async () => {
    const { rows } = await done(world.staff, contract.listOfficeTemplates, {})
    const pledge = rows.find(({ name }) => name === '责任书')
    const plan = await issuedPlan(server.db, world.year.planId)
    const tasks = plan?.content.tasks.filter(({ unitId }) => unitId === world.town) ?? []
    const { templatePaperId } = await done(world.director, contract.fillOfficeTemplate, {
      params: { officeTemplateId: pledge?.id ?? '' },
      body: { planId: world.year.planId, unitId: world.town },
    })
    const file = await world.director.call(contract.templatePaperFile, { params: { templatePaperId } })
    const { text } = await openDocx(file.rawPayload)
    expect(tasks.length).toBeGreaterThan(0)
    for (const { leafKey } of tasks) {
      const node = plan?.content.indicators.find(({ key }) => key === leafKey)
      expect(text).toContain(node?.name)
      expect(text).toContain(node?.fullMark)
    }
  })
})
